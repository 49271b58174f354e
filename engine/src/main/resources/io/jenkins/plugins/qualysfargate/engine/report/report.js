(() => {
  'use strict';
  // Everything on this page is readable without this script; it adds search, sorting, paging and tabs.
  // All data is read from the markup as text and is only ever moved, never parsed as markup again.
  const PAGE = 50;
  const PRINTED = 5000;
  const number = new Intl.NumberFormat('en');

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  class FindingsTable {
    constructor(section) {
      const groups = section.querySelector('.groups');
      this.rows = [];
      for (const group of groups.querySelectorAll('details[data-s]')) {
        const severity = Number(group.dataset.s);
        for (const body of group.querySelector('table').tBodies) {
          for (const line of body.rows) this.rows.push({ line, severity, place: this.rows.length, keys: [] });
        }
      }
      this.column = 0;
      this.descending = false;
      this.page = 0;
      this.tools = section.querySelector('.tools');
      this.output = this.tools.querySelector('output');
      this.search = this.tools.querySelector('input[type=search]');
      this.build(groups);
      this.tools.hidden = false;
      this.warm(0);
      this.tools.addEventListener('input', () => { this.page = 0; this.show(); });
      this.show();
    }

    build(groups) {
      this.table = groups.querySelector('table').cloneNode(false);
      this.table.classList.add('live');
      this.table.setAttribute('role', 'table');
      this.table.append(element('caption', 'Findings', 'vh'));
      const head = groups.querySelector('thead').cloneNode(true);
      this.heads = Array.from(head.querySelectorAll('th'));
      this.heads.forEach((cell, column) => {
        const button = element('button');
        button.type = 'button';
        button.append(...cell.childNodes);
        button.addEventListener('click', () => this.sortBy(column));
        cell.append(button);
        cell.setAttribute('role', 'columnheader');
      });
      this.heads[0].setAttribute('aria-sort', 'descending');
      this.body = element('tbody');
      this.none = element('p', 'No finding matches. Clear the search or tick more boxes.', 'none');
      this.table.append(head, this.body);
      this.pager = element('nav', '', 'pager');
      this.pager.setAttribute('aria-label', 'Pages of findings');
      this.where = element('span');
      const step = (text, to) => {
        const button = element('button', text);
        button.type = 'button';
        button.addEventListener('click', () => {
          this.page = to();
          this.show();
          this.table.scrollIntoView({ block: 'nearest' });
        });
        return button;
      };
      this.back = [step('First', () => 0), step('Previous', () => this.page - 1)];
      this.ahead = [step('Next', () => this.page + 1), step('Last', () => this.pages - 1)];
      this.pager.append(...this.back, this.where, ...this.ahead);
      groups.replaceWith(this.table, this.none, this.pager);
    }

    // Taking the texts of 20,000 rows takes longer than a keystroke may, so it is done before the first one.
    warm(from) {
      const to = Math.min(from + 500, this.rows.length);
      for (let at = from; at < to; at++) this.text(this.rows[at]);
      if (to < this.rows.length) setTimeout(() => this.warm(to));
    }

    text(row) {
      row.text ??= row.line.textContent.toLowerCase();
      return row.text;
    }

    sortBy(column) {
      const numeric = column > 5;
      this.descending = column === this.column ? !this.descending : numeric;
      this.column = column;
      this.heads.forEach((cell) => cell.removeAttribute('aria-sort'));
      // Severity counts from the worst, so its first direction is called descending, as people mean it.
      const falling = column === 0 ? !this.descending : this.descending;
      this.heads[column].setAttribute('aria-sort', falling ? 'descending' : 'ascending');
      const sign = this.descending ? -1 : 1;
      for (const row of this.rows) row.keys[column] ??= this.key(row, column);
      this.rows.sort((one, other) => {
        const a = one.keys[column];
        const b = other.keys[column];
        return a < b ? -sign : a > b ? sign : one.place - other.place;
      });
      this.page = 0;
      this.show();
    }

    key(row, column) {
      if (column === 0) return row.severity;
      const text = row.line.cells[column].textContent;
      if (column > 5) return Number.parseFloat(text) || 0;
      const digits = column === 1 && /^\d+$/.test(text) ? text.padStart(20, '0') : text;
      return digits.toLowerCase();
    }

    matching() {
      const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const ticked = (name) => this.tools.querySelector(`[name=${name}]`)?.checked ?? false;
      const severities = new Set(
        Array.from(this.tools.querySelectorAll('[name=severity]:checked'), (box) => Number(box.value)));
      const fixable = ticked('fixable');
      const fresh = ticked('new');
      return this.rows.filter((row) => {
        if (!severities.has(row.severity)) return false;
        const marks = row.line.classList;
        if ((fixable && !marks.contains('x')) || (fresh && !marks.contains('n'))) return false;
        if (words.length === 0) return true;
        return words.every((word) => this.text(row).includes(word));
      });
    }

    show(size = PAGE) {
      const found = this.matching();
      this.pages = Math.max(1, Math.ceil(found.length / size));
      this.page = Math.min(this.page, this.pages - 1);
      const first = this.page * size;
      this.body.replaceChildren(...found.slice(first, first + size).map((row) => this.line(row)));
      this.none.hidden = found.length > 0;
      this.table.hidden = found.length === 0;
      this.pager.hidden = this.pages === 1;
      this.where.textContent = `Page ${number.format(this.page + 1)} of ${number.format(this.pages)}`;
      this.back.forEach((button) => { button.disabled = this.page === 0; });
      this.ahead.forEach((button) => { button.disabled = this.page === this.pages - 1; });
      const all = number.format(this.rows.length);
      this.output.textContent = found.length === this.rows.length
        ? `${all} findings`
        : `${number.format(found.length)} of ${all} findings`;
    }

    line(row) {
      if (!row.line.hasAttribute('role')) {
        row.line.setAttribute('role', 'row');
        for (const cell of row.line.cells) cell.setAttribute('role', 'cell');
      }
      return row.line;
    }
  }

  const tables = new Map();
  const panels = Array.from(document.querySelectorAll('section.image'));
  const tabs = Array.from(document.querySelectorAll('.images a'));

  const prepare = (panel) => {
    const section = panel.querySelector('.findings');
    if (section && !tables.has(panel)) tables.set(panel, new FindingsTable(section));
  };

  const select = (index, focus) => {
    tabs.forEach((tab, at) => {
      tab.setAttribute('aria-selected', String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
    });
    panels.forEach((panel, at) => { panel.hidden = at !== index; });
    prepare(panels[index]);
    if (focus) tabs[index].focus();
  };

  const makeTabs = () => {
    const list = document.querySelector('.images');
    list.setAttribute('role', 'tablist');
    tabs.forEach((tab, at) => {
      tab.parentElement.setAttribute('role', 'presentation');
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', panels[at].id);
      panels[at].setAttribute('role', 'tabpanel');
      panels[at].setAttribute('aria-labelledby', tab.id);
      tab.addEventListener('click', (event) => { event.preventDefault(); select(at, true); });
    });
    list.addEventListener('keydown', (event) => {
      const at = tabs.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1,
        Home: 0, End: tabs.length - 1, ' ': at }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      select((to + tabs.length) % tabs.length, true);
    });
    const asked = panels.findIndex((panel) => '#' + panel.id === location.hash);
    const decisive = tabs.findIndex((tab) => tab.hasAttribute('data-decides'));
    select(Math.max(0, asked >= 0 ? asked : decisive), false);
  };

  if (tabs.length > 1) makeTabs();
  else panels.forEach(prepare);

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = panels.find((panel) => !panel.hidden);
    const search = shown?.querySelector('.tools:not([hidden]) input[type=search]');
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // On paper there is no paging.
  addEventListener('beforeprint', () => {
    panels.forEach(prepare);
    for (const table of tables.values()) { table.page = 0; table.show(PRINTED); }
  });
  addEventListener('afterprint', () => {
    for (const table of tables.values()) table.show();
  });
})();
