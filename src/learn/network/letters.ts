// How improbable one letter is after another in words and names: −log2 of the share, in quarters of a bit, A being nothing.
//
// Counted by scripts/letters.ts from the 7220 different words of this repository's own documents, sources and the names
// of the packages it uses. A row for the letter before, a column for the one after; ^ stands before the first and after the last.

export const ALPHABET = '^abcdefghijklmnopqrstuvwxyz';

export const LETTERS: readonly string[] = [
  'zPSOQSSWUTaYTRVVQdQNRWXUmff',
  'QcUQSibVdSoXNTMmUuMQMWZdlWe',
  'VLdbcKgrgOdrLceMhkOTcPkkkZk',
  'TNlWiMqqMQnQShwKjiSYNVqnqaj',
  'GQfgXJhZhMklZafRhnUSdVefwbq',
  'LSdTNWZZfYmgRVNeYhLMTgYaXdg',
  'QMrrdMOerJkkTfhMhkQYSRrhrar',
  'HPkknKtbQQtiWcSTktPQcRnntan',
  'MKgnfJnktNttcZYMknTaRTtitZn',
  'VTaPTRXTpliaQUIOWkTOPkUrenb',
  'bHhhYNhhbRhUhhbJhhYPhMbhhhh',
  'KPjgYIeeXNpaVdWQepYOTWdbpYp',
  'MMehUKeiiLrdObgNdxmSVVbjxSx',
  'PJTeeIhuoLuocVcPPulUeToluhu',
  'LQfRPOYMeRiZadYTjmePMYZgtcl',
  'SYXVUgZWfYiYRQJTUzLRTPVTefi',
  'QLhffLhhTPuoOegNRlLVSUolofu',
  'ZZWZZggggZggPgggggUgZCZgggg',
  'MNdYVJhXeNnYaWWOfnWQSWaftWl',
  'GTkVjNhpTPraackTTliRMTidpbn',
  'LOjZkKknQKzoYdhPfzPQUVqetVn',
  'ZSVTTRZWlSjgQSLbTvLMNhejigh',
  'ULjeqEqqqJqqqqgRgqdegdjgqqq',
  'OJpcZJpfQMppaeQNppRRfcpfebp',
  'KQjPjLTdjPdjaWjdKjjaNjjjYYd',
  'ESYZcQjgjTqjZWTURjbPWegcjqb',
  'LMiciJiiXNiZUZZPTicicPiZiXT',
];
