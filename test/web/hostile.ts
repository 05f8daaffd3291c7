// A name that tries to be more than a name: it turns the text around it, and would run where it became a page.

export const hostile = '\u202e<img src=x onerror=alert(1)>';
