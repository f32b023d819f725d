/** Colors by their task, as six-digit hexadecimal. */
export interface ThemeTokens {
  readonly surface: string;
  readonly page: string;
  readonly text: string;
  readonly muted: string;
  /** Hairlines that only help the eye. */
  readonly rule: string;
  readonly control: string;
  readonly focus: string;
  readonly notice: string;
  readonly noticeRule: string;
}

/** Light theme: the one of print and of every figure. */
export const LIGHT: ThemeTokens = {
  surface: '#FFFFFF',
  page: '#F6F7F8',
  text: '#1B1F24',
  muted: '#4A525C',
  rule: '#D5DAE0',
  control: '#7A828C',
  focus: '#0B57D0',
  notice: '#FFF6DB',
  noticeRule: '#A7801F',
};

/** Dark theme, for pages around the figures. */
export const DARK: ThemeTokens = {
  surface: '#14171B',
  page: '#0E1013',
  text: '#ECEFF2',
  muted: '#B4BCC6',
  rule: '#31373E',
  control: '#7F8894',
  focus: '#8AB4F8',
  notice: '#3A3216',
  noticeRule: '#D5AB70',
};
