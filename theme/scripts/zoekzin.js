// The sentence of a page that fits what was typed, cut to the room there is, with its words marked.
// Comes in with the search core. What a page says lies in a script per page, because a page opened
// from disk may not fetch.
(function () {
  'use strict';

  const zoek = window.mentorwijzerZoek;
  const WORD = /[\p{L}\p{N}]+(?:['’‘`‐‑-][\p{L}\p{N}]+)*/gu;
  const PIECE = /[\p{L}\p{N}]+/gu;
  const LOST = 5; // letters per line: what its last word leaves, and the ellipses
  const LEAD = 0.35; // of the room, at most, stands before the first marked word

  const texts = new Map(); // id -> sentences
  const loads = new Map(); // id -> promise of its sentences
  window.mentorwijzerZinnen = (id, sentences) => { texts.set(id, sentences); };

  function sentencesOf(id) {
    if (!loads.has(id)) {
      const load = zoek.script('search/zinnen/' + id.replaceAll(':', '-') + '.js').then(() => texts.get(id) || []);
      load.catch(() => { loads.delete(id); });
      loads.set(id, load);
    }
    return loads.get(id);
  }

  // The words that were asked, in order: a compound with hyphens as a whole, or else its parts.
  function marksIn(sentence, marker) {
    const found = (text, start, words) => [...text.matchAll(words)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      word: match[0].toLowerCase(),
      weight: marker(match[0]),
    }));
    return found(sentence, 0, WORD)
      .flatMap((mark) => (mark.weight > 0 ? [mark] : found(sentence.slice(mark.start, mark.end), mark.start, PIECE)))
      .filter(({ weight }) => weight > 0);
  }

  // Each word counts once.
  function worth(marks) {
    const weights = new Map(marks.map(({ word, weight }) => [word, weight]));
    return [...weights.values()].reduce((all, weight) => all + weight, 0);
  }

  // The first of the best sentences; the first of all when none has a word that was asked.
  function best(sentences, marker) {
    return sentences
      .map((text) => ({ text, marks: marksIn(text, marker) }))
      .reduce((one, other) => (worth(other.marks) > worth(one.marks) ? other : one));
  }

  // The stretch of at most `room` letters with the most marked words, between words.
  function stretch(text, marks, room) {
    if (text.length <= room) return [0, text.length];
    const runs = marks.map((first) => marks.filter(({ start, end }) => start >= first.start && end <= first.start + room));
    const run = runs.reduce((one, other) => (worth(other) > worth(one) ? other : one), []);
    const [start, end] = run.length ? [run[0].start, run[run.length - 1].end] : [0, 0];
    const lead = Math.max(0, Math.min((room - (end - start)) / 2, LEAD * room));
    const wanted = Math.min(Math.max(0, Math.floor(start - lead)), text.length - room);
    const from = wanted > 0 && text.indexOf(' ', wanted) >= 0 ? Math.min(text.indexOf(' ', wanted) + 1, start) : wanted;
    const last = from + room >= text.length ? text.length : text.lastIndexOf(' ', from + room);
    return [from, last > Math.max(from, end - 1) ? last : from + room];
  }

  // The sentence as text and <mark>, with an ellipsis where it was cut.
  function pieces({ text, marks }, room) {
    const [from, to] = stretch(text, marks, room);
    const made = [from > 0 ? '… ' : ''];
    let place = from;
    for (const { start, end } of marks.filter((mark) => mark.start >= from && mark.end <= to)) {
      made.push(text.slice(place, start), zoek.element('mark', '', text.slice(start, end)));
      place = end;
    }
    return [...made, text.slice(place, to), to < text.length ? ' …' : ''].filter((piece) => piece !== '');
  }

  const pen = document.createElement('canvas').getContext('2d');

  // How many letters of a text fit in its place, which has a fixed number of lines.
  function roomFor(text, place) {
    const style = getComputedStyle(place);
    pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
    const perLine = place.clientWidth / (pen.measureText(text).width / text.length);
    return Math.floor(Number(style.getPropertyValue('--regels')) * (perLine - LOST));
  }

  // Puts the sentence of a result in its place; its short answer serves when the sentences cannot be had.
  zoek.showSentence = async function (place, result, marker) {
    const sentences = await sentencesOf(result.id).catch(() => []);
    const choice = best(sentences.length ? sentences : [result.short || ''], marker);
    if (choice.text && place.isConnected) place.replaceChildren(...pieces(choice, roomFor(choice.text, place)));
  };
}());
