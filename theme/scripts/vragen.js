// The page of all questions: a filter by every facet, its state in the address, and behind each
// choice how many questions it leaves. What a question fits stands in the attributes of its items;
// what has no attribute for a facet fits every choice.
(function () {
  'use strict';

  const form = document.getElementById('filter');
  if (!form) return;
  const fold = form.querySelector('details');
  const selects = [...form.querySelectorAll('select')];
  const wipe = document.getElementById('filterwis');
  const groups = [...document.querySelectorAll('.fasegroep')].map((part) => ({ part, items: [...part.querySelectorAll('li')] }));
  const contents = document.querySelector('nav.inhoud');

  // A question stands in the group of each of its phases; here it counts once.
  const keyOf = (item) => item.querySelector('a').href;
  const questions = [...new Map(groups.flatMap(({ items }) => items).map((item) => [keyOf(item), item])).values()];

  const namesOf = (select) => select.selectedOptions[0].dataset.naam;
  const chosen = () => Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  const fits = (item, wanted) => Object.entries(wanted).every(([facet, value]) => {
    const has = item.dataset[facet];
    return has === undefined || has.split(' ').includes(value);
  });
  const matches = (wanted) => questions.filter((item) => fits(item, wanted));

  /* ---------- The page ---------- */

  // With a filter each question stands once: in the chosen phase, else in its first.
  function showItems(wanted, isFiltered) {
    const seen = new Set();
    for (const { part, items } of groups) {
      const isOpen = !wanted.fase || wanted.fase === part.dataset.fase;
      for (const item of items) {
        const isShown = !isFiltered || (isOpen && fits(item, wanted) && !seen.has(keyOf(item)));
        item.hidden = !isShown;
        if (isShown) seen.add(keyOf(item));
      }
      part.hidden = items.every(({ hidden }) => hidden);
    }
    if (contents) contents.hidden = isFiltered;
  }

  // Behind each choice how many questions it leaves, with the other choices as they are.
  function showCounts(wanted) {
    for (const select of selects) {
      for (const option of [...select.options].filter(({ value }) => value)) {
        const count = matches({ ...wanted, [select.name]: option.value }).length;
        option.text = option.dataset.naam + ' (' + count + ')';
        option.disabled = !count && !option.selected;
      }
    }
  }

  // Of the questions that are left, most may hold for every choice: say how many are for this one.
  function limits(left, select) {
    const own = left.filter((item) => item.dataset[select.name] !== undefined).length;
    if (own === left.length) return '';
    const only = ' speciaal voor “' + namesOf(select) + '”. De andere gelden voor alle.';
    if (!own) return ' Ze gelden voor alle, niet speciaal voor “' + namesOf(select) + '”.';
    return (own === 1 ? ' Daarvan is er 1' : ' Daarvan zijn er ' + own) + only;
  }

  function summary(left, active) {
    const all = questions.length + (questions.length === 1 ? ' vraag' : ' vragen');
    if (!active.length) return all + '.';
    const choices = active.map(namesOf).join(', ');
    if (!left.length) return 'Geen enkele vraag past bij: ' + choices + '.';
    return left.length + ' van de ' + all + ': ' + choices + '.' + active.map((select) => limits(left, select)).join('');
  }

  function show() {
    const wanted = chosen();
    const active = selects.filter(({ value }) => value);
    const left = matches(wanted);
    showItems(wanted, active.length > 0);
    showCounts(wanted);
    document.getElementById('filtertal').textContent = active.length ? ' (' + active.length + ' gekozen)' : '';
    document.getElementById('filterstand').textContent = summary(left, active);
    wipe.hidden = !active.length;
  }

  /* ---------- The address ---------- */

  function readAddress() {
    const values = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = values.get(select.name) || '';
      if (select.selectedIndex < 0) select.value = '';
    }
    show();
  }

  // A step that the back button undoes. From disk a browser may refuse; the filter works all the same.
  function settle() {
    const query = new URLSearchParams(chosen()).toString();
    try {
      history.pushState(null, '', location.pathname + (query && '?' + query));
    } catch { /* see above */ }
    show();
  }

  form.addEventListener('change', settle);
  form.addEventListener('submit', (event) => event.preventDefault());
  wipe.addEventListener('click', () => {
    for (const select of selects) select.value = '';
    settle();
    const first = fold.querySelector('summary');
    (first.checkVisibility?.() === false ? selects[0] : first).focus();
  });
  window.addEventListener('popstate', readAddress);

  for (const option of form.querySelectorAll('option')) option.dataset.naam = option.text;
  readAddress();
  form.hidden = false;
}());
