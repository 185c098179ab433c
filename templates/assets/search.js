// Hexapla: search. Finds pages of one language in files that lie beside the site: scripts, because a page from disk can read nothing else.
// Letters are folded, divided and numbered as Sources/Search does it.
(() => {
  'use strict';
  const here = new URL('../', document.currentScript.src);

  // Letters and words

  const marks = /[\u0300-\u036f]/g;
  const plain = /^[\0-\x40\x5b-\x7f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\u0430-\u0438\u043a-\u044f]$/;
  const running = /[\u0e01-\u0eff\u0f00-\u0fbc\u1000-\u109f\u1780-\u17dd\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const letter = /[\p{L}\p{N}\p{M}]/u;

  function foldLetter(c) {
    if (plain.test(c)) return c;
    if (c === 'ß' || c === 'ẞ') return 'ss';
    return c.toLowerCase().normalize('NFKD').replace(marks, '').toLowerCase().normalize('NFC').replaceAll('ς', 'σ');
  }

  // The folded text, and for each of its units the place in the text that it comes from.
  function fold(text) {
    let folded = '';
    const origins = [];
    let at = 0;
    for (const c of text) {
      const letters = foldLetter(c);
      const whole = (letters === '\u3099' || letters === '\u309a') && folded ? (folded.at(-1) + letters).normalize('NFC') : '';
      if (whole.length === 1) {
        folded = folded.slice(0, -1) + whole;
      } else {
        folded += letters;
        for (let i = 0; i < letters.length; i += 1) origins.push(at);
      }
      at += c.length;
    }
    origins.push(at);
    return { folded, origins };
  }

  const kind = (c) => (running.test(c) ? 'running' : letter.test(c) ? 'word' : 'separator');

  function tokens(query) {
    const found = [];
    let last = '';
    for (const c of fold(query).folded) {
      const own = kind(c);
      if (own !== 'separator') {
        if (own === last) found.at(-1).text += c; else found.push({ kind: own, text: c });
      }
      last = own;
    }
    return found.filter((token, place) => found.findIndex((other) => other.text === token.text) === place);
  }

  // Files

  const waiting = new Map();
  const loaded = new Map();

  // The value of one call in a script; a script that calls for something else is of another build.
  function load(path, call, fresh) {
    if (!fresh && loaded.has(call)) return loaded.get(call);
    const promise = new Promise((resolve, reject) => {
      const element = document.createElement('script');
      waiting.set(call, resolve);
      element.src = new URL(path + (fresh ? `?${Date.now()}` : ''), here);
      element.onload = () => { element.remove(); reject(new Error(waiting.delete(call) ? 'stale' : '')); };
      element.onerror = () => { element.remove(); waiting.delete(call); reject(new Error('missing')); };
      document.head.append(element);
    });
    promise.catch(() => loaded.delete(call));
    loaded.set(call, promise);
    return promise;
  }

  const answer = (name) => (key, value) => {
    const call = `${name} ${key}`;
    waiting.get(call)?.(value);
    waiting.delete(call);
  };

  // One language's index

  const digits = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((digit, value) => [digit, value]));
  // By standing: in the text once, twice, four times, eight times; in a heading; in the title.
  const weights = [1, 1.3, 1.6, 2, 4, 4.5, 9, 10];
  const sharedLetters = 3;
  const mostPairs = 6;

  function postings(text, each) {
    let page = 0;
    let value = 0;
    let shift = 0;
    for (const digit of text) {
      const bits = digits.get(digit);
      value |= (bits & 31) << shift;
      shift += 5;
      if (bits > 31) continue;
      page += value >>> 3;
      each(page, weights[value & 7]);
      value = 0;
      shift = 0;
    }
  }

  class Index {
    constructor(locale) {
      this.folder = `search/${locale}/`;
    }

    async open(fresh) {
      if (!this.directory || fresh) this.directory = await load(`${this.folder}index.js`, 'directory ', fresh);
      return this.directory;
    }

    bucketOf(term) {
      let hash = 2166136261;
      for (const c of [...term].slice(0, sharedLetters)) hash = Math.imul(hash ^ c.codePointAt(0), 16777619) >>> 0;
      return ((hash ^ (hash >>> 15)) & (this.directory.buckets - 1)) >>> 0;
    }

    async part(kind, place) {
      const { version } = this.directory;
      return load(`${this.folder}${kind}/${place}.js?${version}`, `${kind} ${version}/${place}`);
    }

    // The lines of the terms that begin like this one.
    async lines(term) {
      const text = `\n${await this.part('terms', this.bucketOf(term))}`;
      const lines = [];
      for (let at = text.indexOf(`\n${term}`); at >= 0; at = text.indexOf(`\n${term}`, at + 1)) {
        lines.push(text.slice(at + 1, text.indexOf('\n', at + 1)).split(' '));
      }
      return lines;
    }

    // Page → weight, of one token.
    async pages(token) {
      const pages = new Map();
      if (token.kind === 'running') {
        const sets = await Promise.all(this.pairs(token.text).map((pair) => this.exact(pair)));
        sets.sort((a, b) => a.size - b.size);
        for (const [page, weight] of sets[0]) {
          const all = sets.map((set) => set.get(page));
          if (all.every(Boolean)) pages.set(page, all.reduce((sum, one) => sum + one, weight) / (all.length + 1));
        }
        return pages;
      }
      for (const [term, list] of await this.lines(this.stem(token.text))) {
        const factor = this.likeness(term, token.text);
        if (factor) postings(list, (page, weight) => pages.set(page, Math.max(pages.get(page) || 0, weight * factor)));
      }
      return pages;
    }

    async exact(term) {
      const pages = new Map();
      for (const [found, list] of await this.lines(term)) if (found === term) postings(list, (page, weight) => pages.set(page, weight));
      return pages;
    }

    // Of a long text every other pair will do: what holds them all and not the text is told when it is shown.
    pairs(text) {
      const letters = [...text];
      if (letters.length === 1) return letters;
      const step = letters.length <= mostPairs ? 1 : 2;
      const pairs = [];
      for (let i = 0; i + 1 < letters.length && pairs.length < mostPairs; i += step) pairs.push(letters[i] + letters[i + 1]);
      if (pairs.length < mostPairs) pairs.push(letters.at(-2) + letters.at(-1));
      return [...new Set(pairs)];
    }

    stem(word) {
      const fitting = this.directory.endings.filter((ending) => word.endsWith(ending) && [...word].length - [...ending].length > sharedLetters);
      const longest = fitting.sort((a, b) => b.length - a.length)[0] || '';
      return word.slice(0, word.length - longest.length);
    }

    // How much a term is what was typed: the word, another form of it, a word that begins so; 0 for another.
    likeness(term, word) {
      if (term === word) return 1;
      const { endings } = this.directory;
      if (term.startsWith(word)) return endings.includes(term.slice(word.length)) ? 0.8 : 0.4;
      const rest = term.slice(this.stem(word).length);
      return !rest || endings.includes(rest) ? 0.7 : 0;
    }

    // Pages by their numbers, the best first: those that hold everything, or where there is none, those that hold most.
    async find(query) {
      await this.open();
      const words = tokens(query);
      if (!words.length) return [];
      const found = await Promise.all(words.map((token) => this.pages(token)));
      const scores = new Map();
      const counts = new Map();
      for (const pages of found) {
        const rarity = Math.log(1 + this.directory.pages / pages.size);
        for (const [page, weight] of pages) {
          scores.set(page, (scores.get(page) || 0) + weight * rarity);
          counts.set(page, (counts.get(page) || 0) + 1);
        }
      }
      const most = Math.max(0, ...counts.values());
      return [...scores].filter(([page]) => counts.get(page) === most).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
    }

    async address(page) {
      const perFile = this.directory.addresses;
      return (await this.part('addresses', Math.floor(page / perFile))).split('\n')[page % perFile];
    }

    // What a result shows; undefined for a page that has all pairs of a text and not the text.
    async result(page, query) {
      const address = await this.address(page);
      const content = await load(`${this.folder}pages/${address}.js`, `page ${address}`);
      content.folded ||= content.sections.map(([, heading, text]) => ({ heading: fold(heading), text: fold(text) }));
      const words = tokens(query).map((token) => token.text);
      const runs = tokens(query).filter((token) => token.kind === 'running').map((token) => token.text);
      const holds = (run) => fold(content.title).folded.includes(run) || content.folded.some((part) => part.heading.folded.includes(run) || part.text.folded.includes(run));
      if (content.whole && !runs.every(holds)) return undefined;
      return { address, content, words };
    }
  }

  // The best section of a result, and where its words stand in it.
  function bestSection({ content, words }, index) {
    const rated = content.folded.map((part, place) => {
      const inText = words.filter((word) => part.text.folded.includes(index.stem(word))).length;
      const inHeading = words.filter((word) => part.heading.folded.includes(index.stem(word))).length;
      return { place, score: inText + (inHeading ? inHeading + 0.5 : 0) };
    });
    return rated.reduce((best, one) => (one.score > best.score ? one : best)).place;
  }

  const excerptLength = 180;

  function ranges({ folded, origins }, words, index) {
    const found = [];
    for (const word of words) {
      const stem = index.stem(word);
      for (let at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + 1)) {
        const inside = !running.test(stem) && at > 0 && letter.test(folded[at - 1]) && !running.test(folded[at - 1]);
        const isWhole = folded.startsWith(word, at);
        let end = at + (isWhole ? word.length : stem.length);
        const rest = running.test(stem) ? '' : /^[\p{L}\p{M}]*/u.exec(folded.slice(end, end + 40))[0];
        if (index.directory.endings.includes(rest)) end += rest.length; else if (rest && !isWhole) continue;
        if (!inside || isWhole) found.push([origins[at], origins[end]]);
      }
    }
    return found.sort((a, b) => a[0] - b[0]).reduce((merged, range) => {
      const last = merged.at(-1);
      if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]); else merged.push([...range]);
      return merged;
    }, []);
  }

  function marked(text, found, parent) {
    let at = 0;
    for (const [start, end] of found) {
      if (start < at) continue;
      parent.append(text.slice(at, start), Object.assign(document.createElement('mark'), { textContent: text.slice(start, end) }));
      at = end;
    }
    parent.append(text.slice(at));
  }

  function excerpt(text, found, parent) {
    const wide = running.test(text) ? 2 : 1;
    const first = found.length ? found[0][0] : 0;
    let start = Math.max(0, first - Math.floor(excerptLength / wide / 3));
    if (start > 0 && wide === 1) start = text.indexOf(' ', start) + 1 || start;
    // Half of a letter is none.
    while (/[\ud800-\udbff]/.test(text[start - 1] || '')) start += 1;
    let end = Math.min(text.length, start + excerptLength / wide);
    if (end < text.length && wide === 1) end = Math.max(text.lastIndexOf(' ', end), start + 1);
    while (/[\udc00-\udfff]/.test(text[end] || '')) end += 1;
    const part = text.slice(start, end).replaceAll('\n', ' ');
    if (start > 0) parent.append('… ');
    marked(part, found.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start]), parent);
    if (end < text.length) parent.append(' …');
  }

  // The box

  const perPage = 8;

  class Box {
    constructor(dialog) {
      this.dialog = dialog;
      this.index = new Index(dialog.dataset.locale);
      this.root = new URL(dialog.dataset.locale + '/', here);
      [this.input, this.status, this.list, this.more] = ['input', '[role="status"]', 'ol', '.search-more'].map((one) => dialog.querySelector(one));
      this.asked = '';
      this.input.addEventListener('input', () => this.ask());
      this.more.addEventListener('click', () => this.showMore());
      dialog.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault();
        this.list.querySelector('a')?.click();
      });
      dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
      dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
      dialog.addEventListener('keydown', (event) => this.move(event));
    }

    open(query) {
      if (!this.dialog.open) this.dialog.showModal();
      this.index.open().catch(() => this.tell('failed'));
      if (query) this.input.value = query;
      this.input.select();
      if (query) this.ask();
    }

    tell(word, values = {}) {
      const text = word ? this.dialog.dataset[word] : '';
      this.status.textContent = Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), text);
    }

    async ask() {
      const query = this.input.value.trim();
      if (query === this.asked) return;
      this.asked = query;
      for (const fresh of [false, true]) {
        try {
          if (fresh) await this.index.open(true);
          const pages = await this.index.find(query);
          if (query !== this.asked) return;
          await this.show(query, pages);
          return;
        } catch (error) {
          if (fresh || error.message !== 'stale') { this.tell('failed'); return; }
        }
      }
    }

    async show(query, pages) {
      this.left = pages;
      this.count = pages.length;
      const items = await this.items(query);
      if (query !== this.asked) return;
      this.list.replaceChildren(...items);
      this.settle(query);
    }

    async showMore() {
      const query = this.asked;
      const items = await this.items(query);
      if (query !== this.asked) return;
      this.list.append(...items);
      items[0]?.querySelector('a').focus();
      this.settle(query);
    }

    settle(query) {
      this.more.hidden = !this.left.length;
      if (!query) this.tell(''); else if (this.count) this.tell('count', { count: this.count }); else this.tell('none');
    }

    // As many results as are shown at once, without those that turn out to be none.
    async items(query) {
      const items = [];
      while (this.left.length && items.length < perPage) {
        const next = this.left.slice(0, perPage - items.length);
        this.left = this.left.slice(next.length);
        const results = (await Promise.all(next.map((page) => this.index.result(page, query)))).filter(Boolean);
        this.count -= next.length - results.length;
        items.push(...results.map((result) => this.item(result)));
      }
      return items;
    }

    item(result) {
      const { address, content, words } = result;
      const place = bestSection(result, this.index);
      const [id, heading, text] = content.sections[place];
      const item = document.createElement('li');
      if (content.lang) item.lang = content.lang;
      const link = Object.assign(document.createElement('a'), { className: 'title', href: new URL(address, this.root) });
      marked(content.title, ranges(fold(content.title), words, this.index), link);
      item.append(link);
      if (content.folder) item.append(' ', Object.assign(document.createElement('span'), { className: 'folder', lang: document.documentElement.lang, textContent: content.folder }));
      if (id) {
        const section = Object.assign(document.createElement('a'), { className: 'section', href: new URL(`${address}#${id}`, this.root) });
        marked(heading, ranges(content.folded[place].heading, words, this.index), section);
        item.append(section);
      }
      const words2 = Object.assign(document.createElement('p'), { className: 'excerpt' });
      excerpt(text, ranges(content.folded[place].text, words, this.index), words2);
      item.append(words2);
      item.addEventListener('click', (event) => { if (event.target.closest('a')) this.dialog.close(); });
      return item;
    }

    move(event) {
      // A search field would take Escape to empty itself.
      if (event.key === 'Escape') {
        event.preventDefault();
        this.dialog.close();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const stops = [this.input, ...this.list.querySelectorAll('a.title')];
      const at = stops.indexOf(document.activeElement.closest('li')?.querySelector('a.title') || document.activeElement);
      const next = stops[at + step];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    }
  }

  window.hexaplaSearch = {
    directory: answer('directory'), terms: answer('terms'), addresses: answer('addresses'), page: answer('page'),
    fold: (text) => fold(text).folded,
    kind,
    // The addresses of all pages that a query finds, the best first.
    async find(locale, query) {
      const index = new Index(locale);
      const pages = await index.find(query);
      return Promise.all(pages.map((page) => index.address(page)));
    },
  };

  document.addEventListener('DOMContentLoaded', () => {
    const dialog = document.querySelector('[data-search]');
    if (!dialog?.showModal) return;
    const box = new Box(dialog);
    for (const button of document.querySelectorAll('[data-search-open]')) {
      button.hidden = false;
      button.addEventListener('click', () => box.open());
    }
    // With a modifier: a letter alone would catch what speech input types (WCAG 2.2, success criterion 2.1.4).
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      box.open();
    });
    const query = new URLSearchParams(location.search).get('q');
    if (query) box.open(query);
  });
})();
