export const id = 979;
export const ids = [979];
export const modules = {

/***/ 1979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demoCommand: () => (/* binding */ demoCommand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3136);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8632);





/** The demo lives beside the bundle in a checkout of this repository; the archive that `uses:` fetches leaves it out. */
async function demoCommand(words) {
    const script = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(import.meta.url)), "..", "docs", "demo", "demo.mjs");
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(script)) {
        const why = "It is part of the repository, not of the action that workflows download.";
        const next = "Clone the repository and run `npm run demo` there.";
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupError */ .w([{ code: "demo-not-here", what: "The demo is not beside this program.", why, next }]);
    }
    return new Promise((done, failed) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [script, ...words], { stdio: "inherit" });
        child.on("error", failed);
        child.on("close", (code) => done(code ?? 1));
    });
}


/***/ })

};
