/** Version of Weir, printed with every result; that of the package. */
export const WEIR_VERSION = '0.1.0';
