/** Languages in which people in Sweden are often interviewed, and meet the press. */
export const spokenLanguages = 'sv en fi nb da de fr es pl ar fa so se uk'.split(' ')
