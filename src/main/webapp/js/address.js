/* What the list of findings shows, as it stands in the address of the page; what is usual is left out. */
(function () {
  "use strict";

  const USUAL = {
    text: "",
    severity: "",
    new: "",
    fixable: "",
    package: "",
    cve: "",
    kind: "",
    waived: "show",
    sort: "severity",
    order: "ascending",
    offset: "0",
    limit: "50"
  };

  /* The words of the address, and the usual ones for the others. */
  function read() {
    const given = new URLSearchParams(window.location.search);
    const state = {};
    Object.keys(USUAL).forEach(function (name) {
      state[name] = given.has(name) ? given.get(name) : USUAL[name];
    });
    return state;
  }

  function query(state) {
    const parameters = new URLSearchParams();
    Object.keys(USUAL).forEach(function (name) {
      if (state[name] !== USUAL[name]) {
        parameters.set(name, state[name]);
      }
    });
    return parameters;
  }

  /* An image that was chosen is a step that people go back from; a letter that was typed is none. */
  function write(state, image, step) {
    const parameters = query(state);
    if (image) {
      parameters.set("image", image);
    }
    const text = parameters.toString();
    const address = window.location.pathname + (text ? "?" + text : "");
    if (step) {
      window.history.pushState(null, "", address);
    } else {
      window.history.replaceState(null, "", address);
    }
  }

  function image() {
    return new URLSearchParams(window.location.search).get("image");
  }

  window.qualysAddress = { read: read, query: query, write: write, image: image, usual: USUAL };
})();
