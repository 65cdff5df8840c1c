/**
 * Runs in the page (so it is no TypeScript and knows only what a browser knows): everything a phone user, or one who hears
 * the page instead of seeing it, would stumble over.
 */
(() => {
  const faults = [];
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(visible);
  const named = (element) => `${element.tagName.toLowerCase()} "${element.textContent.slice(0, 30)}"`;

  if (!/^(de|en)/.test(document.documentElement.lang)) faults.push("the language is not named");
  if (document.title.trim() === "") faults.push("there is no title");
  const viewport = document.querySelector("meta[name=viewport]")?.content ?? "";
  if (!viewport.includes("width=device-width")) faults.push("the page is not made for phones");
  if (/user-scalable=no|maximum-scale/.test(viewport)) faults.push("the page cannot be enlarged");
  if (document.querySelectorAll("main").length !== 1) faults.push("there is not one main part");
  const levels = all("h1,h2,h3").map((heading) => Number(heading.tagName.slice(1)));
  if (levels.filter((level) => level === 1).length !== 1) faults.push("there is not one main heading");
  if (levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)) faults.push("a level of headings is skipped");

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px stick out to the right`);

  for (const element of all("button, a, summary, input, select, textarea")) {
    const { height, width } = element.getBoundingClientRect();
    if (height < 44 || width < 44)
      faults.push(`${named(element)} is only ${Math.round(width)}×${Math.round(height)} px`);
  }
  for (const element of all("button, a, summary")) {
    if (element.textContent.trim() === "") faults.push(`${element.outerHTML} has no text`);
  }
  for (const field of all("input, select, textarea")) {
    const labelled = field.labels?.[0]?.textContent.trim() || field.ariaLabel;
    if (!labelled) faults.push(`${field.outerHTML} has no label`);
  }

  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backgroundOf = (element) => {
    if (element === null) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? backgroundOf(element.parentElement) : backgroundColor;
  };
  for (const element of all("main *")) {
    const ownText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    if (!ownText) continue;
    const [dark = 0, light = 0] = [getComputedStyle(element).color, backgroundOf(element)]
      .map(luminance)
      .toSorted((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) faults.push(`${named(element)} has a contrast of only ${contrast.toFixed(1)}`);
  }
  return faults;
})();
