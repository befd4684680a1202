package podo.user.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/** The form in which e-mail addresses are compared; equal keys mean the same account. */
public final class EmailKey {

    private EmailKey() {}

    /** NFC and lower case, with the domain in ASCII (Punycode), so that each spelling of an address has one key. */
    public static String of(String email) {
        String written = legacyOf(Normalizer.normalize(email, Normalizer.Form.NFC));
        int at = written.lastIndexOf('@');
        return at < 0 ? written : written.substring(0, at + 1) + asciiDomain(written.substring(at + 1));
    }

    /** How keys were made before spellings were unified; an account whose unified key was taken still has this one. */
    static String legacyOf(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
