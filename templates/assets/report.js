// Hexapla's report: what a script can add to screens that are complete without it. No requests but the list of pages beside them.
(() => {
  'use strict';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const lang = document.documentElement.lang;
  const number = new Intl.NumberFormat(lang);
  const words = () => document.querySelector('dialog.keys').dataset;

  function announce(text) {
    const place = document.querySelector('.announcement');
    place.textContent = text;
    clearTimeout(announce.timer);
    announce.timer = setTimeout(() => { place.textContent = ''; }, 2500);
  }

  // Filters: what is chosen is in the address, behind `#?`; links to a choice have it as a query, which leads somewhere without a script as well.

  const isFilter = () => location.hash.startsWith('#?');

  function fill(form) {
    const parameters = new URLSearchParams(isFilter() ? location.hash.slice(2) : location.search);
    for (const input of form.elements) {
      if (input.type === 'checkbox') input.checked = parameters.getAll(input.name).includes(input.value || 'on');
      else if (input.name) input.value = parameters.get(input.name) || '';
    }
    return [...parameters].length > 0;
  }

  const query = (form, names) => new URLSearchParams(
    [...new FormData(form)].filter(([name, value]) => value && (!names || names.includes(name)))).toString();

  /** What is chosen: a set of values for each name, the words sought, and whether anything is. */
  function choice(form) {
    const data = new FormData(form);
    const chosen = { q: String(data.get('q') || '').toLowerCase().split(/\s+/).filter(Boolean) };
    for (const name of ['severity', 'rule', 'state', 'standing', 'sign', 'locale']) chosen[name] = new Set(data.getAll(name));
    chosen.findings = data.has('findings');
    return chosen;
  }

  const allows = (set, value) => !set.size || set.has(value);

  /** The boxes of a form with their numbers; a box that nothing would be left by is not shown. */
  function showCounts(form, count) {
    for (const facet of all('.facet', form)) {
      const chosen = [];
      for (const box of all('input', facet)) {
        const found = count(box.name, box.value);
        const label = box.closest('label');
        label.querySelector('.count').textContent = number.format(found);
        label.classList.toggle('empty', found === 0);
        if (box.checked) chosen.push(label.cloneNode(true));
      }
      const summary = facet.querySelector('summary');
      summary.querySelector('.chosen')?.remove();
      facet.classList.toggle('active', chosen.length > 0);
      if (!chosen.length) continue;
      for (const label of chosen) label.querySelector('.count').remove();
      const text = chosen.map((label) => label.textContent.trim()).join(', ');
      summary.append(Object.assign(document.createElement('span'), { className: 'chosen', textContent: text }));
    }
    for (const box of all(':scope > .check .count', form)) box.textContent = number.format(count('standing', 'new'));
  }

  function showResult(form, shown, total, isActive) {
    const result = form.querySelector('.filter-result');
    const text = shown ? result.dataset.text.replace('{shown}', number.format(shown)).replace('{total}', number.format(total)) : result.dataset.none;
    result.value = isActive ? text : '';
    form.querySelector('.filter-clear').hidden = !isActive;
  }

  function filtered(form, apply) {
    const run = (isUser) => {
      apply();
      const text = query(form);
      if (isUser && (text || isFilter() || location.search)) history.replaceState(null, '', text || location.search ? `#?${text}` : location.pathname);
    };
    let timer = 0;
    const later = () => { clearTimeout(timer); timer = setTimeout(() => run(true), 60); };
    form.addEventListener('input', later);
    form.addEventListener('reset', later);
    form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', () => {
      if (!isFilter()) return;
      fill(form);
      run(false);
      form.scrollIntoView({ block: 'start' });
    });
    fill(form);
    run(false);
    if (isFilter() || location.search) form.scrollIntoView({ block: 'start' });
    return run;
  }

  function facets(form) {
    const open = all('.facet', form);
    for (const facet of open) {
      facet.addEventListener('toggle', () => {
        if (facet.open) for (const other of open) if (other !== facet) other.open = false;
      });
      facet.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !facet.open) return;
        facet.open = false;
        facet.querySelector('summary').focus();
      });
    }
    document.addEventListener('click', (event) => { for (const facet of open) if (!facet.contains(event.target)) facet.open = false; });
  }

  // A page: units, and findings within them

  function bitext(form) {
    const finding = (element) => ({
      element, severity: element.dataset.finding, standing: element.dataset.standing || '', rule: element.querySelector('.rule').textContent.trim(),
    });
    const units = [...all('.page-findings .finding').map((element) => ({ element, states: [], findings: [finding(element)] })),
      ...all('.bitext > .unit').map((element) => ({ element, states: (element.dataset.state || '').split(' '), findings: all('.finding', element).map(finding) }))];
    for (const unit of units) unit.text = unit.element.textContent.toLowerCase();
    const findings = units.flatMap((unit) => unit.findings);
    ruleOptions(form, findings);
    const keys = ['severity', 'rule', 'standing'];
    /** The findings of a unit that are left, or null where the unit is not; `free` is a name whose choice does not count. */
    const left = (unit, chosen, free) => {
      if (free !== 'state' && chosen.state.size && !unit.states.some((state) => chosen.state.has(state))) return null;
      if (!chosen.q.every((word) => unit.text.includes(word))) return null;
      const own = unit.findings.filter((item) => keys.every((key) => key === free || allows(chosen[key], item[key])));
      const isNeeded = chosen.findings || keys.some((key) => key !== free && chosen[key].size);
      return own.length || !isNeeded ? own : null;
    };
    const section = document.querySelector('.page-findings');
    filtered(form, () => {
      const chosen = choice(form);
      let shown = 0;
      for (const unit of units) {
        const own = left(unit, chosen);
        unit.element.hidden = !own;
        shown += own ? own.length : 0;
        for (const item of unit.findings) if (item.element !== unit.element) item.element.hidden = !own || !own.includes(item);
      }
      if (section) section.hidden = !all('.finding', section).some((item) => !item.hidden);
      const pools = Object.fromEntries([...keys, 'state'].map((key) => [key, units.map((unit) => [unit, left(unit, chosen, key)]).filter(([, own]) => own)]));
      showCounts(form, (name, value) => (name === 'state'
        ? pools.state.filter(([unit]) => unit.states.includes(value)).length
        : pools[name].reduce((sum, [, own]) => sum + own.filter((item) => item[name] === value).length, 0)));
      showResult(form, units.some((unit) => !unit.element.hidden) ? shown || '0' : 0, findings.length, query(form) !== '');
    });
  }

  function ruleOptions(form, findings) {
    const box = form.querySelector('[data-facet="rule"] .options');
    for (const rule of [...new Set(findings.map((item) => item.rule))].sort()) {
      const label = Object.assign(document.createElement('label'), { className: 'check' });
      const input = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'rule', value: rule });
      label.append(input, ' ', Object.assign(document.createElement('code'), { textContent: rule }), ' ',
        Object.assign(document.createElement('span'), { className: 'count' }));
      box.append(label);
    }
  }

  // The overview: a row a page, a cell a locale

  const severityOf = { e: 'error', w: 'warning', n: 'note' };
  const stateOf = { u: 'untranslated', p: 'partial', m: 'missing', x: 'extra', s: 'stale' };

  function matrix(form) {
    const table = document.querySelector('.matrix');
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const locales = heads.map((head) => head.dataset.locale);
    const rules = all('[data-facet="rule"] input', form).map((input) => input.value);
    const cell = (element, column) => {
      const counts = [];
      let fresh = 0;
      for (const part of (element.dataset.counts || '').split(' ').filter(Boolean)) {
        const [, rule, severity, count] = part.match(/^(\d*)([ewn+])(\d+)$/);
        if (severity === '+') fresh = Number(count); else counts.push({ rule: rules[rule], severity: severityOf[severity], count: Number(count) });
      }
      const states = (element.dataset.states || '').split(' ').filter(Boolean).map((part) => [stateOf[part[0]], Number(part.slice(1))]);
      const link = element.querySelector('a');
      return { element, locale: locales[column], sign: element.dataset.sign, counts, states: new Map(states), fresh, findings: Number(element.dataset.findings || 0), link, href: link && link.getAttribute('href') };
    };
    const rows = [...table.tBodies[0].rows].map((element) => ({
      element, text: element.cells[0].textContent.toLowerCase(), cells: [...element.cells].slice(1).map(cell),
    }));
    const matches = (item, chosen, free) => {
      const set = (name) => (name === free ? new Set() : chosen[name]);
      if (!allows(set('locale'), item.locale) || !allows(set('sign'), item.sign)) return false;
      if (set('standing').size && !item.fresh) return false;
      if (set('state').size && ![...chosen.state].some((state) => item.states.has(state))) return false;
      if (chosen.findings && !item.findings) return false;
      return !(set('rule').size || set('severity').size) || item.counts.some((count) => allows(set('rule'), count.rule) && allows(set('severity'), count.severity));
    };
    filtered(form, () => {
      const chosen = choice(form);
      const isNarrow = chosen.findings || ['severity', 'rule', 'state', 'standing', 'sign'].some((name) => chosen[name].size);
      const carried = query(form, ['severity', 'rule', 'state', 'standing', 'findings']);
      const carriedOn = query(form, ['severity', 'rule', 'state', 'standing', 'findings', 'sign', 'locale']);
      heads.forEach((head, column) => { head.hidden = !allows(chosen.locale, locales[column]); });
      let shown = 0;
      for (const row of rows) {
        row.hasWords = chosen.q.every((word) => row.text.includes(word));
        let left = 0;
        row.cells.forEach((item, column) => {
          const isLeft = matches(item, chosen);
          left += isLeft ? 1 : 0;
          item.element.hidden = heads[column].hidden;
          item.element.classList.toggle('other', isNarrow && !isLeft);
          if (!item.link) return;
          const own = item.href.includes('folders/') ? carriedOn : carried;
          item.link.setAttribute('href', own ? `${item.href}#?${own}` : item.href);
        });
        row.element.hidden = !row.hasWords || (isNarrow && !left);
        shown += row.element.hidden ? 0 : 1;
      }
      const pools = {};
      const pool = (name) => (pools[name] ||= rows.filter((row) => row.hasWords).flatMap((row) => row.cells).filter((item) => matches(item, chosen, name)));
      const sum = (items, value) => items.reduce((total, item) => total + value(item), 0);
      const counted = (item, test) => sum(item.counts.filter(test), (count) => count.count);
      const counters = {
        locale: (value) => sum(pool('locale'), (item) => (item.locale === value ? counted(item, (c) => allows(chosen.rule, c.rule) && allows(chosen.severity, c.severity)) : 0)),
        severity: (value) => sum(pool('severity'), (item) => counted(item, (c) => c.severity === value && allows(chosen.rule, c.rule))),
        rule: (value) => sum(pool('rule'), (item) => counted(item, (c) => c.rule === value && allows(chosen.severity, c.severity))),
        state: (value) => sum(pool('state'), (item) => item.states.get(value) || 0),
        sign: (value) => pool('sign').filter((item) => item.sign === value).length,
        standing: () => sum(pool('standing'), (item) => item.fresh),
      };
      showCounts(form, (name, value) => counters[name](value));
      showResult(form, shown, rows.length, query(form) !== '');
    });
    for (const time of all('time', table)) age(time);
  }

  /** A date as its distance from today; the day stands in the title. */
  function age(time) {
    const days = Math.round((Date.now() - Date.parse(time.dateTime)) / 86_400_000);
    if (!(days > 0)) return;
    const [count, unit] = days >= 365 ? [days / 365.25, 'year'] : days >= 60 ? [days / 30.4, 'month'] : [days, 'day'];
    time.title = time.dateTime;
    time.textContent = new Intl.RelativeTimeFormat(lang, { style: 'short' }).format(-Math.max(1, Math.floor(count)), unit);
  }

  // The facts: rows of requirements, grouped by section

  function facts(form) {
    const body = document.querySelector('[data-filtered="facts"]');
    if (!body) return;
    const groups = all('tr.group', body);
    const rows = [...body.tBodies].flatMap((part) => [...part.rows]).filter((row) => !groups.includes(row));
    const texts = rows.map((row) => row.textContent.toLowerCase());
    filtered(form, () => {
      const chosen = choice(form);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !chosen.q.every((word) => texts[index].includes(word))
          || (chosen.sign.size > 0 && ![...chosen.sign].some((sign) => row.querySelector(`[data-sign="${sign}"]`)));
        shown += row.hidden ? 0 : 1;
      });
      // A row whose first one of the same requirement is hidden has to say itself what it is about.
      for (const group of groups) {
        let words = '';
        for (const row of [...group.parentElement.rows].slice(1)) {
          const label = row.querySelector('.fact-words');
          const text = label ? label.textContent : '';
          if (label && !row.hidden) { label.classList.toggle('visually-hidden', !row.classList.contains('first') && text === words); words = text; }
        }
        group.hidden = ![...group.parentElement.rows].some((row) => row !== group && !row.hidden);
      }
      showResult(form, shown, rows.length, query(form) !== '');
    });
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    const by = document.querySelector('.filters select[name="by"]');
    const key = (row, column) => {
      const { dataset, textContent } = row.cells[column];
      if (dataset.percent === undefined) return textContent.trim();
      if (by?.value === 'findings') return -Number(dataset.findings || 0);
      return by?.value === 'drift' ? dataset.drift || '9' : Number(dataset.percent);
    };
    const compare = (a, b) => (typeof a === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0);
    let current = null;
    const sort = (direction) => {
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      heads[current].setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
      const rows = [...table.tBodies[0].rows].map((row) => [key(row, current), row]);
      rows.sort(([a], [b]) => direction * compare(a, b));
      table.tBodies[0].append(...rows.map(([, row]) => row));
    };
    heads.forEach((head, column) => {
      const button = Object.assign(document.createElement('button'), { type: 'button' });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        current = column;
        sort(head.getAttribute('aria-sort') === 'ascending' ? -1 : 1);
      });
    });
    by?.addEventListener('change', () => { if (current !== null) sort(1); });
  }

  // Keys

  function queue() {
    const { queue: address, here } = document.body.dataset;
    if (!address) return null;
    const found = {};
    window.hexaplaQueue = (text) => {
      const items = text ? text.split(' ') : [];
      let next = 0;
      while (next < items.length && items[next] <= here) next += 2;
      let previous = next - 2;
      if (items[previous] === here) previous -= 2;
      const base = address.slice(0, address.lastIndexOf('/') + 1);
      const item = (at) => (items[at] ? { href: base + items[at], title: decodeURI(items[at]).replace(/\.html$/, ''), count: items[at + 1] } : null);
      Object.assign(found, { next: item(next), previous: item(previous) });
      for (const side of ['next', 'previous']) {
        const link = document.querySelector(`.neighbours .${side}`);
        if (!link || !found[side]) continue;
        link.href = found[side].href;
        link.querySelector('.label').textContent = words()[`${side}Page`];
        link.querySelector('.title').textContent = `${found[side].title} (${found[side].count})`;
      }
    };
    document.head.append(Object.assign(document.createElement('script'), { src: address }));
    return found;
  }

  async function copy(text) {
    try { await navigator.clipboard.writeText(text); } catch {
      const active = document.activeElement;
      const area = Object.assign(document.createElement('textarea'), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      active?.focus?.({ preventScroll: true });
    }
    announce(document.body.dataset.copied);
  }

  function suggestions() {
    const label = document.body.dataset.copy;
    for (const text of all('.suggestion bdi')) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy', textContent: label });
      button.addEventListener('click', () => copy(text.textContent));
      text.after(' ', button);
    }
  }

  function travel() {
    const dialog = document.querySelector('dialog.keys');
    const find = document.querySelector('.filters input[type="search"]');
    const pages = queue();
    for (const button of all('[data-keys]')) button.addEventListener('click', () => dialog.showModal());
    for (const button of all('[data-close]', dialog)) button.addEventListener('click', () => dialog.close());
    const cells = () => (document.querySelector('.matrix td.other') ? '.matrix td:not(.other) > a' : '.matrix td[data-findings] > a');
    const stops = () => all(document.querySelector('.matrix[data-sortable] td') && !document.querySelector('.facts-index') ? cells() : '.finding')
      .filter((stop) => stop.offsetParent !== null);
    const step = (way) => {
      const list = stops();
      const active = document.activeElement;
      const here = active === document.body ? null : active;
      const follows = (stop) => here && here !== stop && (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
      const precedes = (stop) => !here || (here !== stop && (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING));
      const to = way > 0 ? list.find((stop) => !here || follows(stop)) : list.findLast(precedes);
      if (!to) { announce(words().end); return; }
      to.focus({ preventScroll: true });
      to.scrollIntoView({ block: 'center' });
    };
    const turn = (side) => {
      if (!pages) return;
      if (pages[side]) location.href = pages[side].href + (isFilter() ? location.hash : '');
      else announce(words().noPage);
    };
    const open = () => {
      const link = document.activeElement?.closest('a:not(.rule, .line)') || document.querySelector('.readers-page');
      link?.click();
    };
    const permalink = () => {
      const place = document.activeElement?.closest('.finding') || document.activeElement?.closest('.unit');
      copy(place ? location.href.split('#')[0] + '#' + place.id : location.href);
    };
    const keys = {
      j: () => step(1), k: () => step(-1), n: () => turn('next'), p: () => turn('previous'), o: open, y: permalink,
      '?': () => dialog.showModal(), '/': () => { find?.focus(); find?.select(); },
    };
    let goes = 0;
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
      if (event.target.closest('input:not([type="checkbox"]), textarea, select')) {
        if (event.key === 'Escape') event.target.blur();
        return;
      }
      if (event.key === 'i' && Date.now() - goes < 1500) { document.querySelector('[data-index]')?.click(); return; }
      if (event.key === 'g') { goes = Date.now(); return; }
      if (event.key === 'Enter' && event.target.matches('.finding')) { open(); return; }
      if (!keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
    const reach = () => { if (/^#f-/.test(location.hash)) document.getElementById(location.hash.slice(1))?.focus({ preventScroll: true }); };
    addEventListener('hashchange', reach);
    reach();
  }

  const kinds = { bitext, matrix, facts };
  for (const element of all('[data-needs-script]')) element.hidden = false;
  for (const form of all('form[data-filter]')) { facets(form); kinds[form.dataset.filter](form); }
  for (const table of all('table[data-sortable]')) sortable(table);
  suggestions();
  travel();
})();
