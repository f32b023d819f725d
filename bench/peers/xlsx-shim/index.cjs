// Stands in for the spreadsheet library that SDEverywhere's compiler takes from a URL: models here need none.
module.exports = {
  set_fs() {},
  readFile() {
    throw new Error('spreadsheets are not supported here');
  },
  utils: {},
};
