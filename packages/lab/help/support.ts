/** Whom to call. The release check reads `checkedOn`: the day on which the number was last called. */
export const SUPPORT = {
  name: 'National Human Trafficking Hotline',
  phone: '1-888-373-7888',
  country: 'United States',
  note: 'Day and night.',
  checkedOn: null,
} as const;
