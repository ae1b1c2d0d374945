// Words that nearly every text of a language has, and that are no telling words of another one. Asked for beside another word they are
// looked for only in the texts that have that one.
const COMMON = new Set(
  (
    "a an and are as at be been but by for from had has have he her his i in is it its not of on or that the their they this to was we were which who with would " +
    "au aux ce dans de des du elle et il la le les ne pas qu que qui se un une " +
    "auf das dem den der ein eine er es für im ist nicht sich sie und von wir zu " +
    "al con del el esta las para por " +
    "в и на не по с что к за из от как он был это для"
  ).split(" "),
);

// Whether a node of a query, or a word, is one of them. In quotation marks it is meant.
export function isCommon({ word, isExact }) {
  return Boolean(word) && !isExact && COMMON.has(word.toLowerCase());
}
