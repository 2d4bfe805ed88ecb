/** Where this browser keeps the chosen theme. */
export const THEME_KEY = 'ccs-theme';

/** Runs in the page's head before anything is painted, so that the theme never flashes. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}')}catch(e){}if(t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches))document.documentElement.classList.add('dark')`;
