/* Light, dark or as the device says: one button, remembered; and the menu, open on wide screens. */
(() => {
  const root = document.documentElement;
  const button = document.getElementById("yz-theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  button.hidden = false;
  button.addEventListener("click", () => {
    const isDark = root.dataset.theme === "dark" || (root.dataset.theme !== "light" && dark.matches);
    root.dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("yizhan-theme", root.dataset.theme);
    } catch {
      // storage may be forbidden: the choice then holds for this page
    }
  });
  const menu = document.querySelector(".yz-menu");
  const wide = matchMedia("(min-width: 60em)");
  const follow = () => {
    menu.open = wide.matches;
  };
  wide.addEventListener("change", follow);
  follow();
})();
