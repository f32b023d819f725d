// @weir/figures
export {};
