package podo.user.account.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import podo.starter.problem.InvalidField;

/**
 * What a new password must be: 10 characters, and harder to guess than {@link #FEWEST_GUESSES}. The library knows common passwords,
 * rows of keys, repetitions, sequences and dates, and is told what an attacker knows of this account, and what Koreans type first.
 * Passwords from before these rules still log in.
 */
@Component
public class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    /** The library's own border between "very guessable" and "somewhat guessable". */
    private static final double FEWEST_GUESSES = 1e6;

    /** Its work grows faster than the length, and whoever has so many characters that are hard to guess needs no more. */
    private static final int MEASURED = 32;

    /** The order of the alphabet, rows of keys, and words: the library's lists are English. */
    private static final List<String> KOREAN = List.of(
            "가나다라", "마바사아", "자차카타", "파하", "자차", "카타파하", "ㄱㄴㄷㄹ", "ㅁㅂㅅㅇ", "ㅈㅊㅋㅌ", "ㅍㅎ", "ㅂㅈㄷㄱ", "ㅅㅛㅕㅑ", "ㅐㅔ", "ㅁㄴㅇㄹ",
            "ㅎㅗㅓㅏㅣ", "비밀번호", "암호", "안녕하세요", "안녕", "사랑해요", "사랑해", "사랑", "대한민국", "포도", "입니다", "우리", "나라");

    private final Zxcvbn guesses = new Zxcvbn();

    /** Throws {@link InvalidField} (400) with the first rule that the password breaks. */
    public void check(String password, String email, String name) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        if (composed.codePointCount(0, composed.length()) < SHORTEST) {
            throw new InvalidField("password", "password-short", SHORTEST);
        }
        if (isOwn(composed, email, name)) {
            throw new InvalidField("password", "password-own");
        }
        String measured = composed.substring(0, Math.min(composed.length(), MEASURED));
        List<String> known = new ArrayList<>(KOREAN);
        known.addAll(List.of(email, email.substring(0, Math.max(0, email.indexOf('@'))), name, "podo"));
        if (guesses.measure(measured, known).getGuesses() < FEWEST_GUESSES) {
            throw new InvalidField("password", "password-common");
        }
    }

    private static boolean isOwn(String password, String email, String name) {
        return password.equalsIgnoreCase(email.strip()) || password.equalsIgnoreCase(name.strip());
    }
}
