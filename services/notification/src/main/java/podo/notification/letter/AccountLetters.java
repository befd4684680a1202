package podo.notification.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.notification.facts.AccountMailFacts;
import podo.notification.facts.FactFinder;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Writes the letters about an account. One whose link was used or is over is not written. */
@Component
class AccountLetters {

    private final FactFinder facts;
    private final LetterRenderer renderer;
    private final PublicUrl site;

    AccountLetters(FactFinder facts, LetterRenderer renderer, PublicUrl site) {
        this.facts = facts;
        this.renderer = renderer;
        this.site = site;
    }

    Optional<Letter> write(QueuedMail mail) {
        return facts.accountMail(mail.subject())
                .flatMap(known -> Optional.ofNullable(known.kind()).map(kind -> write(known, kind)));
    }

    private Letter write(AccountMailFacts known, AccountMailFacts.Kind kind) {
        LetterWords words = renderer.words(known.recipient());
        String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        LetterPage page = new LetterPage(
                words.of(key + ".subject", names(known, words)),
                words.of(key + ".heading"),
                List.of(words.of(key + ".text", names(known, words))),
                kind == AccountMailFacts.Kind.NEW_DEVICE ? device(words, known) : List.of(),
                List.of(),
                button(words, key, kind, known.token()),
                words.of(key + ".note"));
        return renderer.render(page, known.recipient(), List.of());
    }

    /** The team, who invites, and the role, of an invitation. */
    private static Object[] names(AccountMailFacts known, LetterWords words) {
        Map<String, String> named = known.words();
        return named == null || named.isEmpty()
                ? new Object[0]
                : new Object[] {
                    LetterWords.person(named.getOrDefault("team", "")),
                    LetterWords.person(named.getOrDefault("inviter", "")),
                    words.of("team-role." + named.getOrDefault("role", "VIEWER"))
                };
    }

    private static List<LetterPage.Row> device(LetterWords words, AccountMailFacts known) {
        String device = known.device();
        return List.of(
                new LetterPage.Row(words.of("row.when"), words.time(known.at())),
                new LetterPage.Row(words.of("row.device"), device == null ? words.of("new-device.unknown") : device));
    }

    private LetterPage.@Nullable Button button(
            LetterWords words, String key, AccountMailFacts.Kind kind, @Nullable String token) {
        return switch (kind) {
            case RESET_PASSWORD -> new LetterPage.Button(words.of(key + ".button"), link("/password/reset", token));
            case CONFIRM_ADDRESS, CHANGE_ADDRESS ->
                new LetterPage.Button(words.of(key + ".button"), link("/account/confirm", token));
            case TEAM_INVITATION -> new LetterPage.Button(words.of(key + ".button"), link("/team/invitation", token));
            case PASSWORD_CHANGED -> new LetterPage.Button(words.of(key + ".button"), site.address("/password/forgot"));
            case PASSKEY_ADDED, PASSKEY_REMOVED, NEW_DEVICE ->
                new LetterPage.Button(words.of(key + ".button"), site.address("/account"));
            case ADDRESS_CHANGED -> new LetterPage.Button(words.of(key + ".button"), site.address("/"));
        };
    }

    /** A token is in Base64URL, which an address takes as it is. */
    private String link(String path, @Nullable String token) {
        return site.address(path + "?token=" + (token == null ? "" : token));
    }
}
