package podo.stack.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page: {@code panel.html}, in which {@code {{name}}} is a value, else a text of that key. */
final class PanelPage {

    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z.-]+)}}");

    private final FaultDesk desk;
    private final AuditWatch audit;
    private final URI shop;
    private final Clock clock;

    PanelPage(FaultDesk desk, AuditWatch audit, URI shop, Clock clock) {
        this.desk = desk;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    String render(PanelTexts texts, String token) {
        return HOLE.matcher(file("panel.html"))
                .replaceAll(hole -> Matcher.quoteReplacement(escape(value(hole.group(1), texts, token))));
    }

    static String file(String name) {
        try (var in = Objects.requireNonNull(PanelPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String value(String name, PanelTexts texts, String token) {
        var server = BreakableServer.of(name.substring(0, Math.max(0, name.indexOf('.'))));
        if (server.isPresent()) {
            return ofServer(server.get(), name.substring(name.indexOf('.') + 1), texts);
        }
        return switch (name) {
            case "language" -> texts.language().getLanguage();
            case "token" -> token;
            case "shop" -> shop.toString();
            case "audit.class" -> verdict();
            case "audit.verdict" -> texts.of("audit." + verdict());
            case "audit.age" -> age(texts);
            case "audit.tickets" ->
                number(texts, audit.last().map(AuditReading::tickets).orElse(0L));
            case "audit.paid" ->
                "₩" + number(texts, audit.last().map(AuditReading::paid).orElse(0L));
            default -> texts.of(name);
        };
    }

    private String ofServer(BreakableServer server, String name, PanelTexts texts) {
        var state = desk.state(server);
        var word = state.isFrozen() ? "frozen" : state.isUp() ? "up" : "starting";
        return switch (name) {
            case "class" -> word;
            case "state" ->
                state.isFrozen() && state.seconds() > 0
                        ? texts.of("state.thaws", state.seconds())
                        : texts.of("state." + word);
            case "action" -> state.isFrozen() ? "heal" : "break";
            case "button" -> texts.of(server.word() + (state.isFrozen() ? ".heal" : ".break"));
            case "disabled" -> Boolean.toString(!state.isUp() && !state.isFrozen());
            default -> texts.of(server.word() + "." + name);
        };
    }

    private String verdict() {
        return audit.last()
                .map(reading -> reading.findings() > 0 ? "findings" : "agrees")
                .orElse("unknown");
    }

    private String age(PanelTexts texts) {
        return audit.last()
                .map(reading -> texts.of(
                        audit.isAnswering() ? "audit.made" : "audit.silent",
                        Math.max(
                                0,
                                Duration.between(reading.at(), clock.instant()).toSeconds())))
                .orElseGet(() -> texts.of("audit.first"));
    }

    private static String number(PanelTexts texts, long number) {
        return String.format(texts.language(), "%,d", number);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
