/* Light, dark or as the device says: one button, remembered; and the menu, open on wide screens.
   Runs in the head, so that a page is drawn at once as it should be; the button, which no page brings since it
   does nothing without a script, and the menu follow when they are there. */
(() => {
  const root = document.documentElement;
  const name = "yizhan-theme";
  if (root.dataset.theme) {
    return; // an older mkdocs.yml still lists this script: it is here twice
  }
  root.classList.replace("no-js", "js");
  root.dataset.theme = "auto";
  try {
    root.dataset.theme = localStorage.getItem(name) || "auto";
  } catch {
    // storage may be forbidden
  }
  const makeButton = (menu) => {
    const made = document.createElement("button");
    made.id = "yz-theme";
    made.className = "yz-tool";
    made.type = "button";
    made.setAttribute("aria-label", root.lang === "en" ? "Light or dark" : "切换深浅色");
    menu.before(made);
    return made;
  };
  document.addEventListener("DOMContentLoaded", () => {
    const menu = document.querySelector(".yz-menu");
    const button = document.getElementById("yz-theme") ?? makeButton(menu);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    button.hidden = false;
    button.addEventListener("click", () => {
      const isDark = root.dataset.theme === "dark" || (root.dataset.theme !== "light" && dark.matches);
      root.dataset.theme = isDark ? "light" : "dark";
      try {
        localStorage.setItem(name, root.dataset.theme);
      } catch {
        // the choice then holds for this page
      }
    });
    const wide = matchMedia("(min-width: 60em)");
    const follow = () => {
      menu.open = wide.matches;
    };
    wide.addEventListener("change", follow);
    follow();
  });
})();
