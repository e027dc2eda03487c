// The build minifies styles.css and hands it over under this name, as text.
import text from 'widget/styles.css';

export const styles = new CSSStyleSheet();
styles.replaceSync(text);
