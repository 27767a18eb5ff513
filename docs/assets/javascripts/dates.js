/* Pages carry dates; this says on the day of reading what follows from them: how much time is left, what
   is late, what is no longer on display, and that a page is old. Without it the dates stand.
   The day of the build, the holidays and the sentences are in assets/day.js, which is asked for anew each
   hour, so that no cache keeps it. Runs on Chromium 86 and Safari 14. */
(() => {
  const FRESH = 2; // days after its build up to which a page says nothing
  const MS_A_DAY = 86400000;
  const assets = document.currentScript.src.replace(/javascripts\/[^/]*$/, "");
  const all = (selector) => document.querySelectorAll(selector);
  const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / MS_A_DAY; // days since 1970-01-01, a Thursday
  // The day in China, wherever the reader is: UTC+8, without summer time since 1991.
  const today = Math.floor((Date.now() + 8 * 3600000) / MS_A_DAY);

  /* The days of {"2027": "0101 0206"} by number. */
  const daysOf = (years) => {
    const found = new Set();
    for (const [year, days] of Object.entries(years || {})) {
      for (const day of days.split(" ").filter(Boolean)) {
        found.add(number(`${year}-${day.slice(0, 2)}-${day.slice(2)}`));
      }
    }
    return found;
  };

  /* Working days after one day up to and with another, and whether each was known to be one or not: the days
     off by law are, those beside them not before the year's arrangement is published. */
  const counter = (years, notSure) => {
    const wrong = daysOf(years);
    const unsure = daysOf(notSure);
    const known = Object.keys(years).map(Number);
    const from = known.length ? number(`${Math.min(...known)}-01-01`) : Infinity;
    const to = known.length ? number(`${Math.max(...known) + 1}-01-01`) : -Infinity;
    return (start, end) => {
      let days = 0;
      let moved = false;
      for (let day = start + 1; day <= end; day += 1) {
        moved = moved || unsure.has(day);
        const weekday = (day + 4) % 7; // 0 is Sunday
        days += (weekday > 0 && weekday < 6) !== wrong.has(day) ? 1 : 0;
      }
      return { days, about: moved || (start < end && (start + 1 < from || end >= to)) };
    };
  };

  const say = (forms, n) => forms[n === 1 ? 0 : 1].replace("{n}", n.toLocaleString("en-US"));
  const write = (element, text) => {
    element.dataset.said = element.textContent; // what stands on paper beside it
    element.textContent = text;
  };

  const timeLeft = (words, count, day, answer, vague) => {
    if (answer && today > day) {
      return { text: words.answered, late: false };
    }
    const late = count(day, today);
    if (late.days) {
      const forms = vague ? words.late_least : late.about ? words.late_about : words.late;
      return { text: say(forms, late.days), late: true };
    }
    const left = count(today, day);
    if (left.days) {
      return { text: say(left.about ? words.left_about : words.left, left.days), late: false };
    }
    return { text: today === day ? words.today : words.next, late: false };
  };

  /* Deadlines: a fact of a matter's page (a second line under the date), or a piece of a row. */
  const deadlines = (words, count) => {
    for (const element of all("[data-due], [data-answer]")) {
      const answer = element.dataset.answer !== undefined;
      const day = number(element.dataset.due || element.dataset.answer);
      const vague = element.dataset.vague !== undefined;
      const { text, late } = timeLeft(words, count, day, answer, vague);
      if (element.tagName === "DD") {
        element.querySelector("span").textContent = text;
        element.classList.toggle("yz-late", late);
      } else if (late) {
        write(element, text);
        element.className = "yz-badge yz-f-late";
      }
    }
    for (const element of all("[data-late]")) {
      if (count(number(element.dataset.late), today).days) {
        element.hidden = false;
        element.classList.toggle("yz-late", !element.classList.contains("yz-badge"));
      }
    }
  };

  /* How many of the days "2026-05-07*2 2026-05-11" are past. */
  const past = (days, isPast) =>
    days.split(" ").reduce((sum, each) => {
      const [day, times] = each.split("*");
      return sum + (isPast(number(day)) ? Number(times || 1) : 0);
    }, 0);
  const counts = (words, count) => {
    const show = (element, n, forms) => {
      element.hidden = !n;
      if (n) {
        element.lastElementChild.textContent = say(forms, n);
      }
    };
    for (const element of all("[data-count]")) {
      show(element, past(element.dataset.count, (day) => count(day, today).days > 0), words.of_them);
    }
    for (const element of all("[data-tasks]")) {
      show(element, past(element.dataset.tasks, (day) => today > day), words.tasks);
    }
  };

  /* Words that hold up to a day; with a first day as well, how many days it goes on. */
  const periods = (words) => {
    for (const element of all("[data-until]")) {
      const { until, from, then, mark } = element.dataset;
      const left = number(until) - today;
      if (left < 0) {
        write(element, then);
        element.hidden = then === "";
        if (mark) {
          const marked = element.closest(".yz-status") || element;
          marked.className = `${marked.className.replace(/ ?yz-(f-\S+|unknown)/, "")} ${mark}`;
        }
        const shown = element.closest(".yz-display");
        if (shown) {
          shown.classList.add("yz-over");
        }
      } else if (from && today >= number(from)) {
        write(element, left ? say(words.days, left) : words.last);
      }
    }
  };

  /* What ends on a day of its own: rows that go out of their list, and points that begin to count. */
  const numbers = () => {
    const add = (element, n) => {
      element.textContent = (Number(element.textContent.replace(/,/g, "")) + n).toLocaleString("en-US");
    };
    for (const list of all("[data-while]")) {
      const over = past(list.dataset.while, (day) => today > day);
      const total = list.querySelector("h2 small");
      let left = 0;
      for (const row of list.querySelectorAll("li")) {
        const flag = row.querySelector("[data-until]");
        row.hidden = Boolean(flag) && today > number(flag.dataset.until);
        left += row.hidden ? 0 : 1;
      }
      list.hidden = !left;
      if (total) {
        add(total, -over);
      }
    }
    for (const element of all("[data-plus]")) {
      add(element, past(element.dataset.plus, (day) => today > day));
    }
  };

  const notice = (words) => {
    const made = document.createElement("p");
    made.className = "yz-note yz-warn yz-stale";
    made.setAttribute("role", "status");
    made.textContent = words.stale;
    document.getElementById("content").prepend(made);
  };

  window.yizhanDay = (site) => {
    const words = site[document.documentElement.lang.slice(0, 2)] || site.zh;
    const count = counter(site.years, site.unsure);
    deadlines(words, count);
    counts(words, count);
    periods(words);
    numbers();
    const asOf = document.getElementById("yz-as-of");
    if (asOf) {
      asOf.textContent = words.as_of;
    }
    if (today - number(site.day) > FRESH) {
      notice(words);
    }
    document.documentElement.dataset.yizhanDay = site.day;
  };
  const script = document.createElement("script");
  script.src = `${assets}day.js?${Math.floor(Date.now() / 3600000)}`;
  document.head.append(script);
})();
