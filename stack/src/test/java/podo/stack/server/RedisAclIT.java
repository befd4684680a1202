package podo.stack.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;

class RedisAclIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user         | SET podo:login:account:a 1",
                "event        | SET podo:event:one::1 {}",
                "inventory    | HSET inv:{1}:marks 1 1",
                "inventory    | PUBLISH podo:seats:1 x",
                "inventory    | SUBSCRIBE podo:rooms:slots",
                "inventory    | EVAL return(1) 1 redisson_lock__channel:{inv:seat:1}",
                "reservation  | HSET {room:1}:meta a 1",
                "reservation  | PUBLISH podo:rooms:slots x",
                "payment      | SET pay:seat:1 1",
                "web-frontend | HSET podo:web:sessions:1 a b",
                "web-frontend | SUBSCRIBE podo:seats:1"
            })
    void aServiceUsesItsOwnKeysAndChannels(String account, String command) throws IOException {
        assertThat(say(account, command)).doesNotStartWith("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inventory    | HGETALL podo:web:sessions:1",
                "event        | HGETALL podo:web:sessions:1",
                "payment      | DEL {room:1}:meta",
                "reservation  | DEL inv:{1}:marks",
                "web-frontend | DEL podo:login:account:a",
                "user         | SET inv:pace:1 1",
                "inventory    | EVAL return(1) 1 podo:web:x",
                "inventory    | PUBLISH podo:rooms:slots x",
                "reservation  | PUBLISH podo:seats:1 x",
                "web-frontend | PUBLISH podo:seats:1 x",
                "web-frontend | SUBSCRIBE podo:rooms:slots",
                "payment      | PUBLISH podo:seats:1 x",
                "payment      | KEYS *",
                "inventory    | SCAN 0",
                "reservation  | FLUSHALL",
                "reservation  | CLUSTER RESET",
                "event        | CONFIG GET dir",
                "user         | ACL LIST",
                "web-frontend | MONITOR",
                "health       | GET inv:there"
            })
    void andNothingElse(String account, String command) throws IOException {
        assertThat(say(account, command)).startsWith("-NOPERM");
    }

    @Test
    void nobodyGetsInWithoutAPassword() throws IOException {
        assertThat(raw("PING")).startsWith("-NOAUTH");
        assertThat(raw("AUTH inventory inventory")).startsWith("-WRONGPASS");
    }

    /** Redis reads transactions and scripts back as the default user, and drops them when that user may not do what they do. */
    @Test
    void transactionsAndScriptsOutliveAKilledRedis() throws IOException, InterruptedException {
        var login = "AUTH reservation " + TestServers.redis().password("reservation");
        var line = "{room:" + UUID.randomUUID() + "}:meta";
        raw(login, "MULTI", "HSET " + line + " a 1", "HSET " + line + " b 2", "EXEC");
        raw(login, "EVAL \"redis.call('hset',KEYS[1],'c','3') redis.call('hset',KEYS[1],'d','4')\" 1 " + line);
        assertThat(say("reservation", "HLEN " + line)).isEqualTo(":4");

        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();

        assertThat(say("reservation", "HLEN " + line)).isEqualTo(":4");
    }

    @Test
    void theFileOfAccountsHasNoPassword() throws IOException {
        var file = TestServers.redis().folder().resolve("users.acl");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(TestServers.redis().password("inventory"), "<");
    }

    private static String say(String account, String command) throws IOException {
        return raw("AUTH " + account + " " + TestServers.redis().password(account), command);
    }

    /** The first line of the reply to the last command. */
    private static String raw(String... commands) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), TestServers.redis().port())) {
            socket.setSoTimeout(10_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var reply = "";
            for (var command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
                reply = in.readLine();
            }
            return reply;
        }
    }
}
