package podo.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import podo.user.UserIT;
import podo.user.account.migration.EmailKeyMigration;
import podo.user.account.migration.LookAlikeMigration;

class SignUpIT extends UserIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void aNewAccountCanLogInAndReadItself() {
        String email = freshEmail();
        Answer opened = post("/api/users", Map.of("email", email, "password", PASSWORD, "name", " 민지 "));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("email")).isEqualTo(email);
        assertThat(opened.text("name")).isEqualTo("민지");

        Answer me = get(
                "/api/users/me",
                "Authorization",
                "Bearer " + logIn(email, PASSWORD).text("accessToken"));
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().path("id")).isEqualTo(opened.body().path("id"));
        assertThat(me.body().path("roles").toString()).isEqualTo("[\"FAN\"]");
    }

    @Test
    void anEmailInAnotherCaseIsTheSameEmail() {
        String email = signUpFan();
        Answer second = post(
                "/api/users", Map.of("email", email.toUpperCase(Locale.ROOT), "password", PASSWORD, "name", "Minji"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("urn:problem:email-taken");
        assertThat(logIn(email.toUpperCase(Locale.ROOT), PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"caf\u00e9,cafe\u0301,example.com,example.com", "fan,fan,b\u00fccher.example,xn--bcher-kva.example"})
    void anEmailInAnotherSpellingIsTheSameEmail(String local, String otherLocal, String domain, String otherDomain) {
        String tag = freshEmail().replaceAll("@.*", "");
        String email = local + tag + "@" + domain;
        String other = otherLocal + tag + "@" + otherDomain;
        assertThat(post("/api/users", Map.of("email", email, "password", PASSWORD, "name", "Minji"))
                        .status())
                .isEqualTo(201);
        assertThat(post("/api/users", Map.of("email", other, "password", PASSWORD, "name", "Minji"))
                        .problem())
                .isEqualTo("urn:problem:email-taken");
        assertThat(logIn(other, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anAccountWhoseSpellingWasTakenByAnOlderOneStillLogsIn() {
        String tag = freshEmail().replaceAll("@.*", "");
        String decomposed = "cafe\u0301" + tag + "@example.com";
        post("/api/users", Map.of("email", "caf\u00e9" + tag + "@example.com", "password", PASSWORD, "name", "First"));
        post("/api/users", Map.of("email", "x" + tag + "@example.com", "password", "another one 1", "name", "Second"));
        jdbc.sql("UPDATE account SET email_key = ? WHERE email = ?")
                .params(decomposed, "x" + tag + "@example.com")
                .update();
        assertThat(logIn(decomposed, "another one 1").status()).isEqualTo(200);
        assertThat(logIn(decomposed, PASSWORD).status()).isEqualTo(200);
        assertThat(logIn(decomposed, "wrong password").status()).isEqualTo(401);
    }

    @Test
    void keysFromBeforeAreUnified() throws Exception {
        String tag = freshEmail().replaceAll("@.*", "");
        String email = "cafe\u0301" + tag + "@example.com";
        post("/api/users", Map.of("email", "y" + tag + "@example.com", "password", PASSWORD, "name", "Minji"));
        jdbc.sql("UPDATE account SET email = ?, email_key = ? WHERE email = ?")
                .params(email, email, "y" + tag + "@example.com")
                .update();
        try (Connection connection = database.getConnection()) {
            new EmailKeyMigration().migrate(contextOf(connection));
        }
        assertThat(post(
                                "/api/users",
                                Map.of("email", "caf\u00e9" + tag + "@example.com", "password", PASSWORD, "name", "B"))
                        .problem())
                .isEqualTo("urn:problem:email-taken");
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    private static Context contextOf(Connection connection) {
        Context flyway = mock(Context.class);
        when(flyway.getConnection()).thenReturn(connection);
        return flyway;
    }

    @Test
    void wrongFieldsComeInTheOrderOfTheFormEachOnce() {
        Answer refused = post("/api/users", Map.of("name", "\u3164", "password", "", "email", ""));
        assertThat(refused.body().path("fields").findValuesAsString("field"))
                .containsExactly("email", "password", "name");
    }

    @Test
    void ofTenSimultaneousSignUpsOneGetsTheEmail() throws Exception {
        Map<String, String> form = Map.of("email", freshEmail(), "password", PASSWORD, "name", "Minji");
        Callable<Integer> signUp = () -> post("/api/users", form).status();
        try (var fans = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses =
                    fans.invokeAll(IntStream.range(0, 10).mapToObj(i -> signUp).toList());
            assertThat(statuses.stream().map(Future::resultNow))
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "not-an-email,not so short,Minji,email",
        "'',not so short,Minji,email",
        "a@example.com,short,Minji,password",
        "a@example.com,ninechars,Minji,password",
        "a@example.com,passwordpassword,Minji,password",
        "a@example.com,12345678901,Minji,password",
        "a@example.com,'            ',Minji,password",
        "a@example.com,aaaaaaaaaaaa,Minji,password",
        "a@example.com,qwertyuiop,Minji,password",
        "a@example.com,P@ssw0rd1234,Minji,password",
        "long.name@example.com,long.name@example.com,Minji,password",
        "a@example.com,Seonghwa Christopher,Seonghwa Christopher,password",
        "a@example.com,minji123456,Minji,password",
        "a@example.com,가나다라마바사아자차,Minji,password",
        "a@example.com,비밀번호비밀번호12,Minji,password",
        "a@example.com,ㅁㄴㅇㄹㅁㄴㅇㄹㅁㄴ,Minji,password",
        "a@example.com,사랑해사랑해1234,Minji,password",
        "a@example.com,not so short,'  ',name",
        "a@example.com,not so short,'Min\u0007ji',name",
        "a@example.com,not so short,\u3164,name",
        "a@example.com,not so short,\u00a0\u200b,name",
        "a@example.com,not so short,'Min\u202eji',name"
    })
    void everyInvalidFieldIsNamed(String email, String password, String name, String field) {
        Answer refused = post("/api/users", Map.of("email", email, "password", password, "name", name));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("urn:problem:invalid");
        assertThat(refused.body().path("fields"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("field").asString()).isEqualTo(field));
    }

    @Test
    void oversizedFieldsAreNamedInTheCallersLanguage() {
        Answer refused = post(
                "/api/users",
                Map.of("email", "a@" + "b".repeat(300) + ".com", "password", "p".repeat(201), "name", "n".repeat(101)),
                "Accept-Language",
                "ko");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").findValuesAsString("field")).contains("email", "password", "name");
        assertThat(refused.text("detail")).isEqualTo("다시 확인할 항목이 있습니다.");
    }

    @Test
    void aPasswordThatManyHaveIsRefusedInTheCallersLanguage() {
        Map<String, String> fan = Map.of("email", freshEmail(), "password", "password1234", "name", "Minji");
        assertThat(post("/api/users", fan).raw().body()).contains("too easy to guess");
        assertThat(post("/api/users", fan, "Accept-Language", "ko").raw().body())
                .contains("너무 쉽게 추측할 수 있습니다");
    }

    /** Ten characters as a person counts them: an e with its accent is one, however the keyboard sends it. */
    @Test
    void charactersAreCountedAsTheyAreSeen() {
        String nine = "cafe\u0301 dre\u0302";
        assertThat(post("/api/users", Map.of("email", freshEmail(), "password", nine, "name", "Minji"))
                        .raw()
                        .body())
                .contains("the shortest has a length of 10");
    }

    @Test
    void aShortPasswordFromBeforeStillLogsIn() {
        String email = signUpFan();
        jdbc.sql("UPDATE account SET password_hash = ? WHERE email_key = ?")
                .params("{bcrypt}" + new BCryptPasswordEncoder(4).encode("12345678"), email)
                .update();
        assertThat(logIn(email, "12345678").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"organ\u0131ser,example.com", "\u043erganiser,example.com", "organiser,ex\u0430mple.com"})
    void anAddressThatLooksLikeAnothersIsTaken(String local, String domain) {
        String tag = freshEmail().replaceAll("@.*", "");
        String real = tag + ".organiser@example.com";
        String fake = tag + "." + local + "@" + domain;
        post("/api/users", Map.of("email", real, "password", PASSWORD, "name", "Minji"));
        Answer second = post("/api/users", Map.of("email", fake, "password", PASSWORD, "name", "Minji"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("urn:problem:email-taken");
        assertThat(logIn(fake, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void anAddressIsTakenTooWhenItsLookAlikeCameFirst() {
        String tag = freshEmail().replaceAll("@.*", "");
        post("/api/users", Map.of("email", tag + ".organ\u0131ser@example.com", "password", PASSWORD, "name", "Minji"));
        assertThat(post(
                                "/api/users",
                                Map.of("email", tag + ".organiser@example.com", "password", PASSWORD, "name", "Minji"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void ofAccountsFromBeforeThatLookAlikeTheOldestKeepsTheLook() throws Exception {
        String tag = freshEmail().replaceAll("@.*", "");
        List<String> emails = List.of(tag + ".organiser@example.com", tag + ".\u043erganiser@example.com");
        for (String email : emails) {
            jdbc.sql("INSERT INTO account (email, email_key, name, password_hash, organiser, created_at)"
                            + " VALUES (?, ?, 'Minji', '', FALSE, NOW())")
                    .params(email, EmailKey.of(email))
                    .update();
        }
        try (Connection connection = database.getConnection()) {
            new LookAlikeMigration().migrate(contextOf(connection));
        }
        assertThat(emails.stream()
                        .map(email -> jdbc.sql("SELECT look_alike_hash IS NULL FROM account WHERE email = ?")
                                .param(email)
                                .query(Boolean.class)
                                .single()))
                .containsExactly(false, true);
    }

    @Test
    void missingFieldsAndBrokenJsonAreRefused() {
        assertThat(post("/api/users", "{}").status()).isEqualTo(400);
        Answer broken = post("/api/users", "{\"email\":");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.problem()).isEqualTo("urn:problem:malformed");
    }

    @Test
    void everyLetterOfALongKoreanPasswordCounts() {
        String email = freshEmail();
        String password = "해마다 가을이면 할머니네 밭에서 포도를 따다 잼을 만들었다, ".repeat(5);
        post("/api/users", Map.of("email", email, "password", password + "가", "name", "Minji"));
        assertThat(logIn(email, password + "나").status()).isEqualTo(401);
        assertThat(logIn(email, password + "가").status()).isEqualTo(200);
    }

    @Test
    void thePasswordIsStoredAsAHash() {
        String email = signUpFan();
        assertThat(jdbc.sql("SELECT password_hash FROM account WHERE email_key = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt-sha256}$2")
                .doesNotContain(PASSWORD);
    }

    @Test
    void theDemoProfileCreatesOneAccountOfEachRole() {
        String operator = logIn("operator@podo.dev", "podo-demo").text("accessToken");
        assertThat(get("/api/users/me", "Authorization", "Bearer " + operator)
                        .body()
                        .path("roles")
                        .toString())
                .isEqualTo("[\"FAN\",\"OPERATOR\"]");
        String organiser = logIn("organiser@podo.dev", "podo-demo").text("accessToken");
        assertThat(get("/api/users/me", "Authorization", "Bearer " + organiser)
                        .body()
                        .path("roles")
                        .toString())
                .isEqualTo("[\"FAN\",\"ORGANISER\"]");
        String door = logIn("door@podo.dev", "podo-demo").text("accessToken");
        assertThat(get("/api/users/me", "Authorization", "Bearer " + door)
                        .body()
                        .path("roles")
                        .toString())
                .isEqualTo("[\"FAN\",\"DOOR\"]");
        assertThat(logIn("fan@podo.dev", "podo-demo").status()).isEqualTo(200);
    }

    @Test
    void withoutAValidTokenTheOwnAccountIsRefused() {
        assertThat(get("/api/users/me").status()).isEqualTo(401);
        assertThat(get("/api/users/me", "Authorization", "Bearer forged").problem())
                .isEqualTo("urn:problem:unauthorized");
    }
}
