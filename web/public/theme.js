// Before the first paint: the theme this person chose, if they chose one.
try {
  const theme = localStorage.getItem('skein-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be refused; the system's wish holds then.
}
