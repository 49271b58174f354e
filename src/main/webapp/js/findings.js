/* The table of findings: asks Jenkins for one page of rows at a time, and keeps what is asked for in the address. */
(function () {
  "use strict";

  const PAUSE = 200;
  const FIELDS = ["text", "package", "cve", "kind", "waived"];
  const MARKS = ["new", "fixable"];

  function all(list) {
    return Array.prototype.slice.call(list);
  }

  function start(section) {
    const form = section.querySelector("form");
    const body = section.querySelector("tbody");
    const status = section.querySelector("[role=status]");
    const problem = section.querySelector(".qualys-problem");
    const limit = section.querySelector("select[name=limit]");
    const language = section.getAttribute("data-language");
    const sorts = all(section.querySelectorAll("button[data-sort]"));
    const about = { language: language, qid: section.getAttribute("data-qid") };
    about.labels = sorts.map(function (button) {
      return button.textContent;
    });
    let state = window.qualysAddress.read();
    let image = null;
    let firstImage = null;
    let request = null;
    let timer = null;

    function words(name) {
      return section.getAttribute("data-word-" + name) || name;
    }

    function number(value) {
      return Number(value).toLocaleString(language);
    }

    function severities() {
      return all(form.querySelectorAll("input[name=severity]"));
    }

    function toForm() {
      FIELDS.forEach(function (name) {
        form.elements[name].value = state[name];
      });
      MARKS.forEach(function (name) {
        form.elements[name].checked = state[name] === "true";
      });
      const chosen = state.severity.split(",");
      severities().forEach(function (box) {
        box.checked = chosen.indexOf(box.value) >= 0;
      });
      limit.value = state.limit;
    }

    function fromForm() {
      FIELDS.forEach(function (name) {
        state[name] = form.elements[name].value;
      });
      MARKS.forEach(function (name) {
        state[name] = form.elements[name].checked ? "true" : "";
      });
      state.severity = severities()
        .filter(function (box) {
          return box.checked;
        })
        .map(function (box) {
          return box.value;
        })
        .join(",");
      state.limit = limit.value;
      state.offset = "0";
    }

    function showSort() {
      sorts.forEach(function (button) {
        const active = button.getAttribute("data-sort") === state.sort;
        button.parentNode.setAttribute("aria-sort", active ? state.order : "none");
      });
    }

    function showCounts(page) {
      all(form.querySelectorAll("[data-count]")).forEach(function (place) {
        const count = page.bySeverity[place.getAttribute("data-count")];
        place.textContent = number(count);
      });
    }

    function showPager(page) {
      const first = page.offset + 1;
      const last = page.offset + page.rows.length;
      let text =
        page.rows.length === 0
          ? window.qualysRows.fill(words("none"), [number(page.total)])
          : window.qualysRows.fill(words("range"), [number(first), number(last), number(page.matching), number(page.total)]);
      if (page.undecided > 0) {
        text += " " + window.qualysRows.fill(words("undecided"), [number(page.undecided)]);
      }
      status.textContent = text;
      const end = Math.max(0, Math.ceil(page.matching / page.limit) - 1) * page.limit;
      const targets = {
        first: 0,
        previous: Math.max(0, page.offset - page.limit),
        next: Math.min(end, page.offset + page.limit),
        last: end
      };
      all(section.querySelectorAll("button[data-page]")).forEach(function (button) {
        const target = targets[button.getAttribute("data-page")];
        button.setAttribute("data-offset", target);
        button.disabled = target === page.offset;
      });
    }

    function show(page) {
      problem.hidden = true;
      const rows = document.createDocumentFragment();
      page.rows.forEach(function (row) {
        rows.appendChild(window.qualysRows.make(row, words, about));
      });
      body.textContent = "";
      body.appendChild(rows);
      showCounts(page);
      showPager(page);
    }

    function fail(reason) {
      body.textContent = "";
      status.textContent = "";
      problem.textContent = words("failed") + ": " + reason;
      problem.hidden = false;
    }

    function load() {
      if (request) {
        request.abort();
      }
      showSort();
      const mine = new XMLHttpRequest();
      request = mine;
      section.setAttribute("aria-busy", "true");
      mine.open("GET", image.getAttribute("data-findings") + "?" + window.qualysAddress.query(state).toString());
      mine.onload = function () {
        section.removeAttribute("aria-busy");
        if (mine.status === 200) {
          show(JSON.parse(mine.responseText));
        } else {
          const plain = (mine.getResponseHeader("Content-Type") || "").indexOf("text/plain") === 0;
          fail(plain ? mine.responseText : "HTTP " + mine.status);
        }
      };
      mine.onerror = function () {
        section.removeAttribute("aria-busy");
        fail("HTTP");
      };
      mine.send();
    }

    function changed(step) {
      window.qualysAddress.write(state, window.qualysAddress.image(), step);
      load();
    }

    function later() {
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        fromForm();
        changed(false);
      }, PAUSE);
    }

    function showImage(chosen, remember) {
      const other = chosen !== image;
      image = chosen;
      firstImage = firstImage || chosen.getAttribute("data-image");
      section.hidden = chosen.getAttribute("data-listed") !== "true";
      if (other && remember) {
        state.offset = "0";
        window.qualysAddress.write(state, chosen.getAttribute("data-image"), true);
      }
      if (other && !section.hidden) {
        chosen.querySelector(".qualys-findings-place").appendChild(section);
        status.textContent = words("loading");
        load();
      }
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("reset", function () {
      window.setTimeout(later, 0);
    });
    limit.addEventListener("change", later);
    sorts.forEach(function (button) {
      button.addEventListener("click", function () {
        const same = state.sort === button.getAttribute("data-sort");
        state.order = same && state.order === "ascending" ? "descending" : "ascending";
        state.sort = button.getAttribute("data-sort");
        state.offset = "0";
        changed(false);
      });
    });
    all(section.querySelectorAll("button[data-page]")).forEach(function (button) {
      button.addEventListener("click", function () {
        state.offset = button.getAttribute("data-offset");
        changed(true);
        section.querySelector("h3").scrollIntoView();
      });
    });
    document.addEventListener("qualys-image", function (event) {
      showImage(event.detail.image, event.detail.remember);
    });
    window.addEventListener("popstate", function () {
      state = window.qualysAddress.read();
      toForm();
      const before = image;
      const event = document.createEvent("CustomEvent");
      event.initCustomEvent("qualys-show", false, false, { number: window.qualysAddress.image() || firstImage });
      document.dispatchEvent(event);
      if (image === before && !section.hidden) {
        load();
      }
    });
    toForm();
  }

  document.addEventListener("DOMContentLoaded", function () {
    const section = document.getElementById("qualys-findings");
    if (section) {
      start(section);
    }
  });
})();
