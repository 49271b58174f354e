/* Turns rows of links into tabs: one panel is shown at a time, arrow keys move, and the address names what is shown. */
(function () {
  "use strict";

  function all(list) {
    return Array.prototype.slice.call(list);
  }

  function linksOf(row) {
    return all(row.querySelectorAll("a[data-panel]"));
  }

  function panelOf(link) {
    return document.getElementById(link.getAttribute("data-panel"));
  }

  /* Tells everybody which image is visible now, and writes it into the address. */
  function announce(remember) {
    const image = all(document.querySelectorAll(".qualys-image")).filter(function (section) {
      return !section.hidden && !section.closest(".qualys-group").hidden;
    })[0];
    if (image) {
      const event = document.createEvent("CustomEvent");
      event.initCustomEvent("qualys-image", false, false, { image: image, remember: remember });
      document.dispatchEvent(event);
    }
  }

  function select(row, chosen) {
    linksOf(row).forEach(function (link) {
      const active = link === chosen;
      link.setAttribute("aria-selected", active ? "true" : "false");
      link.setAttribute("tabindex", active ? "0" : "-1");
      panelOf(link).hidden = !active;
    });
  }

  function onKey(row, event) {
    const links = linksOf(row).filter(function (link) {
      return !link.hidden;
    });
    const at = links.indexOf(event.target);
    const target = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: links.length - 1
    }[event.key];
    if (at < 0 || target === undefined) {
      return;
    }
    event.preventDefault();
    const next = links[(target + links.length) % links.length];
    select(row, next);
    next.focus();
    announce(true);
  }

  function prepare(row) {
    const many = row.classList.contains("qualys-tabs--many");
    row.setAttribute("role", "tablist");
    row.setAttribute("aria-orientation", many ? "vertical" : "horizontal");
    linksOf(row).forEach(function (link) {
      const panel = panelOf(link);
      link.setAttribute("role", "tab");
      link.setAttribute("aria-controls", panel.id);
      link.removeAttribute("aria-current");
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", link.id);
      panel.removeAttribute("aria-label");
      link.addEventListener("click", function (event) {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
          return;
        }
        event.preventDefault();
        select(row, link);
        announce(true);
      });
    });
    row.addEventListener("keydown", function (event) {
      onKey(row, event);
    });
    select(
      row,
      linksOf(row).filter(function (link) {
        return !panelOf(link).hidden;
      })[0]
    );
  }

  /* Hides the tabs of images whose name does not have the text in it. */
  function filter(input) {
    const row = document.getElementById(input.getAttribute("data-qualys-filter"));
    input.addEventListener("input", function () {
      const wanted = input.value.trim().toLowerCase();
      linksOf(row).forEach(function (link) {
        link.hidden = (link.getAttribute("title") || "").toLowerCase().indexOf(wanted) < 0;
      });
    });
  }

  /* Shows the image of this number, as the address had it before. */
  function show(number) {
    const panel = document.getElementById("qualys-image-" + number);
    if (!panel) {
      return;
    }
    all(document.querySelectorAll("[data-qualys-tabs]")).forEach(function (row) {
      linksOf(row).forEach(function (link) {
        if (panelOf(link).contains(panel)) {
          select(row, link);
        }
      });
    });
    announce(false);
  }

  document.addEventListener("DOMContentLoaded", function () {
    all(document.querySelectorAll("[data-qualys-tabs]")).forEach(prepare);
    all(document.querySelectorAll("[data-qualys-filter]")).forEach(filter);
    announce(false);
  });
  document.addEventListener("qualys-show", function (event) {
    show(event.detail.number);
  });
})();
