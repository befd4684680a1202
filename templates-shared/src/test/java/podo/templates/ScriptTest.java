package podo.templates;

import static org.assertj.core.api.Assertions.fail;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the scripts' unit tests in GraalJS. Each {@code src/test/js/**}{@code /*-test.js} is an ES module; each function that it exports
 * is a test. It fails by throwing, or by a promise that is rejected.
 */
class ScriptTest {

    private static final Path FOLDER = Path.of("src/test/js");
    private static final Engine ENGINE = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @AfterAll
    static void close() {
        ENGINE.close(true);
    }

    @TestFactory
    Stream<DynamicContainer> scripts() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith("-test.js"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        FOLDER.relativize(file).toString(), file.toUri(), testsOf(file)));
    }

    private static Stream<DynamicTest> testsOf(Path file) {
        Context context = Context.newBuilder("js")
                .engine(ENGINE)
                .allowIO(IOAccess.ALL)
                .allowExperimentalOptions(true)
                .option("js.esm-eval-returns-exports", "true")
                .option("js.text-encoding", "true")
                .build();
        Value globals = context.getBindings("js");
        globals.putMember("javaSha256", (ProxyExecutable) hex -> sha256(hex[0].asString()));
        globals.putMember("javaHmacSha256", (ProxyExecutable)
                keyAndText -> hmac(keyAndText[0].asString(), keyAndText[1].asString()));
        globals.putMember("javaQr", (ProxyExecutable) textLevelVersion ->
                qr(textLevelVersion[0].asString(), textLevelVersion[1].asString(), textLevelVersion[2].asInt()));
        try {
            Value exports = context.eval(Source.newBuilder("js", file.toFile())
                    .mimeType("application/javascript+module")
                    .build());
            return exports.getMemberKeys().stream()
                    .map(name -> DynamicTest.dynamicTest(name, () -> run(exports.getMember(name))))
                    .onClose(context::close);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The modules of a QR code, row by row: 1 is dark. */
    private static String qr(String text, String level, int version) {
        QrCode code = QrCode.encodeSegments(
                List.of(QrSegment.makeBytes(text.getBytes(StandardCharsets.ISO_8859_1))),
                QrCode.Ecc.valueOf(level),
                version,
                version,
                -1,
                false);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < code.size * code.size; i++) {
            rows.append(code.getModule(i % code.size, i / code.size) ? '1' : '0');
        }
        return rows.toString();
    }

    private static void run(Value test) {
        try {
            Value result = test.execute();
            if (!result.hasMember("then")) {
                return;
            }
            // jobs of promises have run when a call from Java returns
            var outcome = new Object() {
                boolean settled;
                Value reason;
            };
            result.invokeMember(
                    "then",
                    (ProxyExecutable) value -> {
                        outcome.settled = true;
                        return null;
                    },
                    (ProxyExecutable) reason -> {
                        outcome.settled = true;
                        outcome.reason = reason[0];
                        return null;
                    });
            if (!outcome.settled) {
                fail("The test's promise is still pending");
            }
            if (outcome.reason != null) {
                outcome.reason.throwException();
            }
        } catch (PolyglotException e) {
            throw new AssertionError(e.getMessage() + at(e), e);
        }
    }

    /** The first line of a script that is on the stack, and that is not the assertion itself. */
    private static String at(PolyglotException e) {
        for (var frame : e.getPolyglotStackTrace()) {
            var place = frame.getSourceLocation();
            if (place != null && !place.getSource().getName().equals("assert.js")) {
                return " (" + place.getSource().getName() + ":" + place.getStartLine() + ")";
            }
        }
        return "";
    }

    private static String sha256(String hex) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(HexFormat.of().parseHex(hex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String keyHex, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(keyHex), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
