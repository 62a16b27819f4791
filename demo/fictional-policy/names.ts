/** Titles and user names of the demonstration. Everybody and everything here is made up. */
export const RULES = 'Lantern Orchard Rules';
export const APPEALS = 'Lantern Orchard Rules/Appeals';
export const TALK = 'Talk:Lantern Orchard Rules';
export const NOTICE = 'Template:Orchard notice';
export const LOG = 'Lantern Orchard Rules/Advice log.json';

/** The drafters and their neighbours, by the names of their accounts. */
export const LINDEN = 'Linden Fable';
export const MARIGOLD = 'Marigold Quince';
export const BRAMBLE = 'Bramble Hollis';
export const FENNEL = 'Fennel Dray';
export const SORREL = 'Sorrel Pike';
export const VANDAL = 'SlugKing99';
export const SPELLING = 'Wren Commas';
