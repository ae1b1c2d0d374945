// Words that nearly every text of a language has. Asked for beside another word they are looked for only in the texts that have that one.
const COMMON = new Set(
  (
    "a an and are as at be been but by for from had has have he her his i in is it its not of on or that the their they this to was we were which who will with would " +
    "au aux ce dans de des du elle en est et il la le les ne par pas pour qu que qui se sur un une " +
    "auf das dem den der die ein eine er es für hat im ist mit nicht sich sie und von war wir zu " +
    "al con del el esta las los no para por su " +
    "в и на не по с что к за из от как он был это для"
  ).split(" "),
);

// Whether a node of a query, or a word, is one of them. In quotation marks it is meant.
export function isCommon({ word, isExact }) {
  return Boolean(word) && !isExact && COMMON.has(word.toLowerCase());
}
