/* A group's figures: a number leads to exactly the matters behind it. The page lists each matter once, in
   parts that count alike, and every figure names the parts it is made of. Following a number shows these
   parts alone, under what the figure says of them; without this script it leads to the whole list.
   Only on pages that hold the whole list. Runs on Chromium 86 and Safari 14. */
(() => {
  const heading = document.getElementById("matters");
  const number = heading.querySelector("small");
  const note = heading.nextElementSibling;
  const whole = { number: number.textContent, note: note.textContent };
  const parts = [...document.querySelectorAll("section[id^='part-']")];
  const prefix = "#only-";

  /* The parts that some paragraphs of a card lead to; "all" leads to the list itself. */
  const named = (paragraphs) => {
    const found = new Set(paragraphs.flatMap((each) => [...each.querySelectorAll("a")].map((link) => link.hash)));
    return parts.filter((part) => found.has(`#${part.id}`) || found.has("#matters"));
  };
  const figures = new Map();
  for (const card of document.querySelectorAll(".yz-figure")) {
    const value = card.querySelector(".yz-value a");
    const said = [...card.querySelectorAll(".yz-parts")];
    if (value && said.length) {
      value.href = prefix + card.id;
      value.addEventListener("click", () => window.location.hash === value.hash && show()); // once more
      figures.set(prefix + card.id, { card, said, shown: named(said) });
    }
  }

  const other = document.querySelector(".yz-header a[hreflang]"); // the page in the other language
  const show = () => {
    const figure = figures.get(window.location.hash);
    for (const part of parts) {
      part.hidden = Boolean(figure) && !figure.shown.includes(part);
    }
    if (other) {
      other.hash = figure ? window.location.hash : "";
    }
    if (!figure) {
      number.textContent = whole.number;
      note.textContent = whole.note;
      const part = parts.find((each) => `#${each.id}` === window.location.hash);
      if (part) {
        part.scrollIntoView(); // it may have been hidden when the browser looked for it
      }
      return;
    }
    const rows = figure.shown.reduce((sum, part) => sum + part.querySelectorAll("li").length, 0);
    number.textContent = rows.toLocaleString("en-US");
    const title = document.createElement("b");
    title.textContent = `${figure.card.querySelector("h3").textContent} ${figure.card.querySelector(".yz-value").textContent}`;
    const all = document.createElement("a");
    all.href = "#matters";
    all.textContent = heading.dataset.all;
    note.replaceChildren(title, ...figure.said.flatMap((line) => [" · ", line.textContent]), " · ", all);
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  };
  heading.tabIndex = -1;
  window.addEventListener("hashchange", show);
  show();
})();
