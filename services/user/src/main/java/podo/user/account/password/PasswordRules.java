package podo.user.account.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** What Koreans type first: the library's lists are English, and it takes a word that is written twice for one that it does not know. */
    private static final List<String> KOREAN = koreanFirst();

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

    private static List<String> koreanFirst() {
        Stream<String> sequences = Stream.of("가나다라마바사아자차카타파하", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ")
                .flatMap(sequence ->
                        IntStream.rangeClosed(4, sequence.length()).mapToObj(length -> sequence.substring(0, length)));
        Stream<String> words = Stream.of("비밀번호", "암호", "안녕하세요", "안녕", "사랑해요", "사랑해", "사랑", "대한민국", "포도", "우리나라");
        return Stream.concat(sequences, words)
                .flatMap(known -> Stream.of(known, known + known))
                .toList();
    }

    private static boolean isOwn(String password, String email, String name) {
        return password.equalsIgnoreCase(email.strip()) || password.equalsIgnoreCase(name.strip());
    }
}
