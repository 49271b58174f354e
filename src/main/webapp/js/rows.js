/* Makes rows of the table of findings. Every text goes in as text, and never as markup. */
(function () {
  "use strict";

  const CVE = /^CVE-[0-9]{4}-[0-9]{4,}$/;
  const QID = /^[0-9]{1,10}$/;
  const AT_ONCE = 3;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    if (text !== undefined && text !== null) {
      made.textContent = text;
    }
    return made;
  }

  /* Puts values in the place of %1, %2 and so on. */
  function fill(pattern, values) {
    return pattern.replace(/%([0-9])/g, function (match, number) {
      const value = values[Number(number) - 1];
      return value === undefined ? match : value;
    });
  }

  function cell(row, label, children) {
    const made = element("td");
    made.setAttribute("data-label", label);
    children.forEach(function (child) {
      made.appendChild(child);
    });
    row.appendChild(made);
  }

  /* The first entries at once, and the others folded away. */
  function folded(entries, beyond, words, make) {
    const made = entries.slice(0, AT_ONCE).map(make);
    const rest = entries.slice(AT_ONCE);
    const more = rest.length + beyond;
    if (more > 0) {
      const details = element("details");
      details.appendChild(element("summary", null, fill(words("more"), [more])));
      rest.map(make).forEach(function (child) {
        details.appendChild(child);
      });
      made.push(rest.length > 0 ? details : element("div", "qualys-quiet", fill(words("more"), [more])));
    }
    return made;
  }

  function outward(address, text) {
    const link = element("a", null, text);
    link.href = address;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    return link;
  }

  function cve(id) {
    const line = element("div", "qualys-nowrap");
    if (CVE.test(id)) {
      line.appendChild(outward("https://nvd.nist.gov/vuln/detail/" + id, id));
    } else {
      line.textContent = id;
    }
    return line;
  }

  /* The number, linked to where Qualys describes it; prefix is empty where that is not known. */
  function qid(row, prefix) {
    if (!prefix || row.kind !== "finding" || !QID.test(row.id)) {
      return document.createTextNode(row.id);
    }
    return outward(prefix + row.id, row.id);
  }

  function packageLine(each) {
    const line = element("div");
    line.appendChild(element("span", "qualys-strong", each.name));
    if (each.installedVersion) {
      line.appendChild(document.createTextNode(" " + each.installedVersion));
    }
    if (each.path) {
      line.appendChild(element("div", "qualys-quiet qualys-path", each.path));
    }
    return line;
  }

  function place(row, words) {
    const line = element("div", "qualys-path", row.place.path);
    if (row.place.startLine > 0) {
      line.appendChild(element("span", "qualys-quiet", " " + fill(words("line"), [row.place.startLine])));
    }
    return line;
  }

  function marks(row, words) {
    const made = element("div", "qualys-marks");
    function mark(text, className) {
      made.appendChild(element("span", "jenkins-badge " + (className || ""), text));
    }
    if (row.kind !== "finding") {
      mark(words(row.kind));
    }
    row.waivers.forEach(function (waiver) {
      mark(fill(words("waived"), [waiver.exception, waiver.owner, waiver.expires]));
    });
    ["suppressed", "potential", "cut"].forEach(function (name) {
      if (row[name]) {
        mark(words(name));
      }
    });
    return made;
  }

  function title(row, words) {
    const made = [element("div", null, row.title)];
    if (row.place && row.place.category) {
      made.push(element("div", "qualys-quiet", row.place.category));
    }
    const shown = marks(row, words);
    if (shown.childNodes.length > 0) {
      made.push(shown);
    }
    return made;
  }

  function fixes(row, words) {
    if (row.kind !== "finding") {
      return [];
    }
    const versions = [];
    row.packages.forEach(function (each) {
      if (each.fixedVersion && versions.indexOf(each.fixedVersion) < 0) {
        versions.push(each.fixedVersion);
      }
    });
    if (versions.length === 0 && !row.fixable) {
      return [element("span", "qualys-quiet", words("no-fix"))];
    }
    return folded(versions, 0, words, function (version) {
      return element("div", null, version);
    });
  }

  function firstSeen(row, words, language) {
    const made = [];
    if (row.isNew) {
      made.push(element("span", "jenkins-badge qualys-new", words("new")));
    }
    if (row.firstSeen) {
      const time = element("time", "qualys-nowrap", new Date(row.firstSeen).toLocaleDateString(language));
      time.setAttribute("datetime", row.firstSeen);
      made.push(time);
    }
    return made;
  }

  function score(value, digits) {
    return value === null ? [] : [document.createTextNode(value.toFixed(digits))];
  }

  /*
   * One row. Of about: labels are those of the columns, for screens that are too narrow for columns; language is that
   * of the page; qid is the address of Qualys' pages about findings, without the number.
   */
  function make(row, words, about) {
    const labels = about.labels;
    const made = element("tr", row.waivers.length > 0 ? "qualys-row--waived" : null);
    const severity = element("span", "qualys-severity qualys-severity--" + row.severity, words(row.severity));
    cell(made, labels[0], [severity]);
    cell(made, labels[1], [qid(row, about.qid)]);
    cell(made, labels[2], title(row, words));
    cell(
      made,
      labels[3],
      row.place ? [place(row, words)] : folded(row.packages, row.morePackages, words, packageLine)
    );
    cell(made, labels[4], fixes(row, words));
    cell(made, labels[5], folded(row.cves, row.moreCves, words, cve));
    cell(made, labels[6], score(row.qds, 0));
    cell(made, labels[7], score(row.cvss, 1));
    cell(made, labels[8], firstSeen(row, words, about.language));
    return made;
  }

  window.qualysRows = { make: make, fill: fill };
})();
