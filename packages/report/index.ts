// @weir/report
export {};
