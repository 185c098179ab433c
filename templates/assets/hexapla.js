// Hexapla: what a script can add to pages that are complete without it. No requests, no dependencies.
(() => {
  'use strict';
  const root = document.documentElement;
  const store = {
    get() { try { return localStorage.getItem('hexapla-theme'); } catch { return null; } },
    set(value) { try { localStorage.setItem('hexapla-theme', value); } catch { /* private mode */ } },
  };
  // Before the first paint, so that no page flashes in the other theme.
  const chosen = store.get();
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  function themeSwitch() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    for (const button of all('[data-theme-switch]')) {
      button.hidden = false;
      button.addEventListener('click', () => {
        const isDark = (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
        root.dataset.theme = isDark ? 'light' : 'dark';
        store.set(root.dataset.theme);
      });
    }
  }

  // Older browsers cannot show closed details on wide screens by style alone.
  function drawers() {
    if (!CSS.supports('selector(::details-content)') && matchMedia('(min-width: 72rem)').matches) {
      for (const drawer of all('.drawer')) drawer.open = true;
    }
    const narrow = matchMedia('(max-width: 72rem)');
    for (const drawer of all('.drawer')) {
      drawer.addEventListener('click', (event) => {
        if (narrow.matches && event.target.closest('a')) drawer.open = false;
      });
    }
    for (const menu of all('.switcher')) {
      menu.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !menu.open) return;
        menu.open = false;
        menu.querySelector('summary').focus();
      });
      document.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
    }
    const here = document.querySelector('.navigation [aria-current="page"]');
    const column = here && here.closest('.navigation');
    if (column && column.scrollHeight > column.clientHeight) {
      column.scrollTop = here.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
    }
  }

  function contentsFollow() {
    const links = new Map(all('.contents a').map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
    if (!links.size || !('IntersectionObserver' in window)) return;
    let current = null;
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        if (current) current.removeAttribute('aria-current');
        current = links.get(entry.target.id);
        current.setAttribute('aria-current', 'true');
      }
    }, { rootMargin: '0px 0px -75% 0px' });
    for (const id of links.keys()) {
      const heading = document.getElementById(id);
      if (heading) observer.observe(heading);
    }
  }

  // Copy buttons

  async function toClipboard(text, button) {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = Object.assign(document.createElement('textarea'), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      button.focus();
    }
  }

  async function copy(text, button, label) {
    await toClipboard(text, button);
    button.textContent = document.body.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  // A code inside a link cannot be a button of its own: the button stands behind the link.
  function copyBeside(link, text) {
    const { copied, copyCode } = document.body.dataset;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy-code' });
    const name = (word) => { button.setAttribute('aria-label', word); button.title = word; };
    button.lang = root.lang;
    const label = copyCode.replace('{code}', text);
    name(label);
    button.addEventListener('click', async () => {
      await toClipboard(text, button);
      button.classList.add('copied');
      name(copied);
      setTimeout(() => { button.classList.remove('copied'); name(label); }, 1500);
    });
    // At the end of the requirement, where it divides no words; beside its link where there are several.
    const statement = link.closest('.statement');
    const alone = statement && statement.querySelectorAll('a [data-copyable]').length === 1 && !statement.querySelector('a ~ a [data-copyable]');
    if (alone) (statement.querySelector(':scope > span:last-child') || statement).append('\u00a0', button);
    else link.after('\u2060', button);
  }

  function copyButtons() {
    const label = document.body.dataset.copy;
    if (!label) return;
    const { lang } = root;
    for (const pre of all('.text pre')) {
      const box = document.createElement('div');
      box.className = 'code-box';
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy', textContent: label, lang });
      button.setAttribute('aria-live', 'polite');
      button.addEventListener('click', () => copy(pre.textContent, button, label));
      pre.replaceWith(box);
      box.append(pre, button);
      if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0;
    }
    for (const code of all('[data-copyable]')) {
      const text = code.textContent;
      const link = code.closest('a');
      if (link) { copyBeside(link, text); continue; }
      const button = Object.assign(document.createElement('button'), { type: 'button', className: code.className, textContent: text });
      button.title = label;
      button.addEventListener('click', () => copy(text, button, text));
      code.replaceWith(button);
    }
  }

  // The chooser: the reader's own language stands out; nobody is sent anywhere.
  function preferredLanguage() {
    const entries = all('.languages > li');
    for (const wanted of navigator.languages || []) {
      const match = entries.find((li) => li.lang.toLowerCase() === wanted.toLowerCase())
        || entries.find((li) => li.lang.split('-')[0] === wanted.split('-')[0]);
      if (match) { match.classList.add('preferred'); return; }
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    for (const element of all('[data-needs-script]')) element.hidden = false;
    themeSwitch();
    drawers();
    contentsFollow();
    copyButtons();
    preferredLanguage();
  });
})();
