package podo.reservation.waitingroom.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.draw.DrawProcess;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.fixture.TickCommands;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.LineStateRecovery;
import podo.reservation.waitingroom.receipt.DrawReceipt;
import podo.reservation.waitingroom.receipt.DrawReceipts;
import podo.reservation.waitingroom.receipt.PlaceReceipt;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.TickResult;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.SignedTokens;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import tools.jackson.databind.json.JsonMapper;

/** A fan checks the draw with the published file and what the fan was given before the sale, without asking Podo anything. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "podo.room.tick=1h")
@OnRealServers
class FairnessIT {

    private static final long ME = 7;

    @LocalServerPort
    int port;

    @Autowired
    FanTokens tokens;

    @Autowired
    Rooms rooms;

    @Autowired
    LineStateRecovery recovery;

    @Autowired
    Line line;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    DrawProcess draws;

    @Autowired
    DrawReceipts drawReceipts;

    @MockitoBean
    AvailabilityClient inventory;

    @TempDir
    Path folder;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
    private Map<String, Object> file = Map.of();
    private String receipt = "";
    private String ticket = "";

    @BeforeEach
    @SuppressWarnings("unchecked")
    void aDrawOfTwentyFans() throws Exception {
        open(Instant.now().plusSeconds(900));
        recovery.createOrRebuild(rooms.find(event).orElseThrow());
        for (long fan = 1; fan <= 20; fan++) {
            line.join(event, fan, null);
        }
        receipt = (String) get("/queue/me/receipt").get("receipt");
        ticket = (String) get("/queue/me").get("ticketId");
        open(Instant.now().minusSeconds(1));
        Room room = rooms.reload(rooms.find(event).orElseThrow());
        TickResult closed = admissionScripts.tick(
                event, TickCommands.admittingNobody(room.onSaleAt().toEpochMilli()));
        draws.draw(room, closed.lobby());
        file = (Map<String, Object>) (Map<?, ?>) get("/fairness/draw");
    }

    @Test
    void theFileTheReceiptOfTheLobbyAndTheNotedHashAgree() throws Exception {
        assertThat(file.get("receiptKey")).isEqualTo(get("/fairness").get("receiptKey"));
        String noted = (String) file.get("seedHash");
        assertThat(VerifyDraw.verify(file)).isZero();
        assertThat(VerifyDraw.verify(file, receipt, noted)).isZero();
        assertThat(VerifyDraw.verify(file, ticket, noted, "--key=" + drawReceipts.publicKey()))
                .isZero();
        String after = (String) get("/queue/me/receipt").get("receipt");
        assertThat(after).isNotEqualTo(receipt);
        assertThat(VerifyDraw.verify(file, after)).isZero();
        assertThat(DrawReceipt.read(after, drawReceipts.publicKey())
                        .orElseThrow()
                        .number())
                .isEqualTo(ids().indexOf(ticket) + 1L);
    }

    @Test
    void whoeverChangedTheFileIsFoundOut() {
        List<String> swapped = new ArrayList<>(ids());
        Collections.swap(swapped, 3, 4);
        assertThat(VerifyDraw.verify(with("ticketIds", swapped)))
                .as("two swapped")
                .isEqualTo(1);
        List<String> longer = new ArrayList<>(ids());
        longer.add("aaaaaaaaaaaaaaaaaaaaaa");
        assertThat(VerifyDraw.verify(with("ticketIds", longer))).as("one more").isEqualTo(1);
        assertThat(VerifyDraw.verify(with("seed", "ab".repeat(32))))
                .as("another seed")
                .isEqualTo(1);
        Map<String, Object> forged = anotherDraw();
        assertThat(VerifyDraw.verify(forged))
                .as("a forged file agrees with itself")
                .isZero();
        assertThat(VerifyDraw.verify(forged, receipt))
                .as("but not with a receipt")
                .isEqualTo(1);
        assertThat(VerifyDraw.verify(forged, (String) file.get("seedHash")))
                .as("nor with the noted hash")
                .isEqualTo(1);
    }

    @Test
    void aTicketOrAReceiptThatIsNotOfThisDrawIsFoundOut() throws Exception {
        assertThat(VerifyDraw.verify(file, "aaaaaaaaaaaaaaaaaaaaaa")).isEqualTo(1);
        List<String> without = new ArrayList<>(ids());
        without.remove(ticket);
        Map<String, Object> short19 = drawnFrom((String) file.get("seed"), without);
        assertThat(VerifyDraw.verify(short19)).isZero();
        assertThat(VerifyDraw.verify(short19, receipt))
                .as("my ticket is missing")
                .isEqualTo(1);
        String hash = (String) file.get("seedHash");
        String foreign = drawReceipts.sign(new PlaceReceipt(event + 1, ME, ticket, 0), hash);
        assertThat(VerifyDraw.verify(file, foreign)).as("of another event").isEqualTo(1);
        String other = drawReceipts.sign(new PlaceReceipt(event, ME, ticket, ids().indexOf(ticket) + 2L), hash);
        assertThat(VerifyDraw.verify(file, other)).as("another number").isEqualTo(1);
        int middle = receipt.lastIndexOf('.') + 20;
        String broken = receipt.substring(0, middle)
                + (receipt.charAt(middle) == 'A' ? 'B' : 'A')
                + receipt.substring(middle + 1);
        assertThat(VerifyDraw.verify(file, broken)).as("a broken signature").isEqualTo(1);
        String own = (String) get("/queue/me").get("receipt");
        assertThat(VerifyDraw.verify(file, own)).as("not for everybody").isEqualTo(1);
    }

    @Test
    void theCommandAndTheTenLinesOfTheReadmeSayTheSame() throws Exception {
        Path honest = written("honest.json", file);
        Path forged = written("forged.json", anotherDraw());
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        List<String> command = List.of(java, "-cp", System.getProperty("java.class.path"), VerifyDraw.class.getName());
        assertThat(exit(command, honest, receipt)).isZero();
        assertThat(exit(command, forged, receipt)).isEqualTo(1);
        assertThat(exit(command, honest, "aaaaaaaaaaaaaaaaaaaaaa")).isEqualTo(1);

        Matcher readme =
                Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(readme.find()).isTrue();
        assertThat(readme.group(1).lines().count()).isLessThanOrEqualTo(12);
        assumeTrue(works(List.of("python3", "--version")), "there is a Python on this machine");
        List<String> python = List.of(
                "python3",
                Files.writeString(folder.resolve("verify.py"), readme.group(1)).toString());
        assertThat(exit(python, honest, receipt)).isZero();
        assertThat(exit(python, honest)).isZero();
        assertThat(exit(python, forged, receipt)).isNotZero();
        List<String> swapped = new ArrayList<>(ids());
        Collections.swap(swapped, 0, 1);
        assertThat(exit(python, written("swapped.json", with("ticketIds", swapped))))
                .isNotZero();
    }

    private List<String> ids() {
        return ((List<?>) file.get("ticketIds"))
                .stream().map(String.class::cast).toList();
    }

    private Map<String, Object> with(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(file);
        changed.put(name, value);
        return changed;
    }

    /** What somebody would publish who had chosen another seed after seeing the list. */
    private Map<String, Object> anotherDraw() {
        return drawnFrom("cd".repeat(32), ids());
    }

    private Map<String, Object> drawnFrom(String seed, List<String> ids) {
        Map<String, Object> draw = new HashMap<>(file);
        draw.put("seed", seed);
        draw.put("seedHash", DrawAlgorithm.sha256(java.util.HexFormat.of().parseHex(seed)));
        draw.put("listHash", DrawAlgorithm.listHash(ids));
        draw.put("ticketIds", DrawAlgorithm.order(seed, ids));
        return draw;
    }

    private Path written(String name, Map<String, Object> draw) throws IOException {
        return Files.writeString(folder.resolve(name), JsonMapper.shared().writeValueAsString(draw));
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private int exit(List<String> command, Path draw, String... words) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.add(draw.toString());
        whole.addAll(List.of(words));
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        return process.waitFor();
    }

    private Map<?, ?> get(String path) throws Exception {
        String token = SignedTokens.of(Fan.of(ME), () -> tokens.mint(Fan.of(ME), Instant.now(), Duration.ofHours(1)));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events/" + event + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readValue(answer.body(), Map.class);
    }

    private void open(Instant onSaleAt) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, 0, 100));
    }
}
