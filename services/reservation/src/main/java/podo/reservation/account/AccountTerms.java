package podo.reservation.account;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an account is found by. A part of a name is the beginning of one of its endings: 지훈 of 박지훈, dong of gildong@example.com. */
public final class AccountTerms {

    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 4;

    private AccountTerms() {}

    static Set<String> of(KnownAccount account) {
        Set<String> terms = new LinkedHashSet<>();
        addEndings(folded(account.name()), Integer.MAX_VALUE, terms);
        String email = folded(account.email());
        addEndings(email, email.indexOf('@') + 2, terms);
        return terms;
    }

    /** What a name alone is found by. */
    public static Set<String> ofName(String name) {
        Set<String> terms = new LinkedHashSet<>();
        addEndings(folded(name), Integer.MAX_VALUE, terms);
        return terms;
    }

    /** The words of a search as beginnings of terms, the longest first; empty when it has none. */
    public static List<String> words(String query) {
        return Arrays.stream(query.split("\\s+"))
                .map(AccountTerms::folded)
                .filter(word -> !word.isEmpty())
                .map(AccountTerms::cut)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
    }

    private static void addEndings(String text, int count, Set<String> terms) {
        for (int start = 0, n = 0; start < text.length() && n < count; n++) {
            terms.add(cut(text.substring(start)));
            start += Character.charCount(text.codePointAt(start));
        }
    }

    private static String cut(String text) {
        int end = Math.min(text.length(), LONGEST);
        return text.substring(
                0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Without blanks, in one width and case: what people type differently and mean alike. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
