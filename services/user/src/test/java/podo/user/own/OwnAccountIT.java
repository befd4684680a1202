package podo.user.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.client.ResourceAccessException;
import podo.user.MailedLinks;
import podo.user.UserIT;

class OwnAccountIT extends UserIT {

    @Autowired
    MailedLinks links;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    LiveEventsClient events;

    @Test
    void nameAndLanguageAreChanged() {
        Answer me = logIn(signUpFan(), PASSWORD);
        Answer changed = put("/api/users/me", Map.of("name", " 민지 ", "language", "ko"), as(me));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("민지");
        assertThat(get("/api/users/me", as(me)).text("language")).isEqualTo("ko");
        assertThat(put("/api/users/me", Map.of("name", "x", "language", "fr"), as(me))
                        .problem())
                .isEqualTo("urn:problem:invalid");
        assertThat(put("/api/users/me", Map.of("name", " ", "language", "ko"), as(me))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aNewPasswordEndsTheOtherLogIns() {
        String email = signUpFan();
        Answer other = logIn(email, PASSWORD);
        Answer me = logIn(email, PASSWORD);
        Map<String, String> change = Map.of("current", PASSWORD, "password", "another horse battery");
        assertThat(put("/api/users/me/password", change, as(me)).status()).isEqualTo(204);
        assertThat(refresh(other.text("refreshToken")).status()).isEqualTo(401);
        assertThat(refresh(me.text("refreshToken")).status()).isEqualTo(200);
        assertThat(logIn(email, "another horse battery").status()).isEqualTo(200);
        assertThat(links.tokens(email, "PASSWORD_CHANGED")).hasSize(1);
    }

    @Test
    void aWrongCurrentPasswordIsNamedAndCounted() {
        Answer me = logIn(signUpFan(), PASSWORD);
        Map<String, String> change = Map.of("current", "wrong horse battery", "password", "another horse battery");
        Answer refusal = put("/api/users/me/password", change, as(me));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().path("fields").get(0).path("field").asString())
                .isEqualTo("current");
        for (int i = 0; i < 4; i++) {
            put("/api/users/me/password", change, as(me));
        }
        assertThat(put("/api/users/me/password", change, as(me)).status()).isEqualTo(429);
    }

    @Test
    void anAddressChangesWhenTheNewOneIsConfirmed() {
        String email = signUpFan();
        String next = freshEmail();
        Answer me = logIn(email, PASSWORD);
        Map<String, String> change = Map.of("email", next, "password", PASSWORD);
        assertThat(put("/api/users/me/email", change, as(me)).status()).isEqualTo(202);
        assertThat(get("/api/users/me", as(me)).text("email")).isEqualTo(email);

        String token = links.tokens(next, "CHANGE_ADDRESS").getFirst();
        assertThat(confirm(token).status()).isEqualTo(204);
        assertThat(get("/api/users/me", as(me)).text("email")).isEqualTo(next);
        assertThat(logIn(next, PASSWORD).status()).isEqualTo(200);
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(links.tokens(email, "ADDRESS_CHANGED")).hasSize(1);
        assertThat(confirm(token).problem()).isEqualTo("urn:problem:token-invalid");
    }

    @Test
    void aTakenAddressIsRefusedBeforeAndAtTheConfirmation() {
        String taken = signUpFan();
        Answer me = logIn(signUpFan(), PASSWORD);
        assertThat(put("/api/users/me/email", Map.of("email", taken, "password", PASSWORD), as(me))
                        .problem())
                .isEqualTo("urn:problem:email-taken");
        String next = freshEmail();
        put("/api/users/me/email", Map.of("email", next, "password", PASSWORD), as(me));
        post("/api/users", Map.of("email", next, "password", PASSWORD, "name", "Quicker"));
        assertThat(confirm(links.tokens(next, "CHANGE_ADDRESS").getFirst()).problem())
                .isEqualTo("urn:problem:email-taken");
        assertThat(put("/api/users/me/email", Map.of("email", freshEmail(), "password", "wrong"), as(me))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSignUpIsConfirmedByItsMailAndNeedsNot() {
        String email = signUpFan();
        Answer me = logIn(email, PASSWORD);
        assertThat(get("/api/users/me", as(me)).body().path("emailConfirmed").asBoolean())
                .isFalse();
        assertThat(post("/api/users/me/email-confirmation", "", as(me)).status())
                .isEqualTo(202);
        assertThat(links.tokens(email, "CONFIRM_ADDRESS")).hasSize(2);
        assertThat(links.tokens(email, "CONFIRM_ADDRESS").stream()
                        .map(token -> confirm(token).status()))
                .containsExactlyInAnyOrder(204, 400);
        assertThat(get("/api/users/me", as(me)).body().path("emailConfirmed").asBoolean())
                .isTrue();
    }

    @Test
    void logInsAreListedAndEnded() {
        String email = signUpFan();
        Answer other = logIn(email, PASSWORD, "User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/140.0");
        Answer me = logIn(email, PASSWORD);
        Answer list = get("/api/users/me/log-ins", as(me));
        assertThat(list.body().size()).isEqualTo(2);
        assertThat(list.body().get(0).path("current").asBoolean()).isTrue();
        assertThat(list.body().get(1).path("agent").asString()).contains("Firefox");
        String id = list.body().get(1).path("id").asString();
        Answer stranger = logIn(signUpFan(), PASSWORD);
        assertThat(delete("/api/users/me/log-ins/" + id, as(stranger)).status()).isEqualTo(404);
        assertThat(delete("/api/users/me/log-ins/" + id, as(me)).status()).isEqualTo(204);
        assertThat(delete("/api/users/me/log-ins/" + id, as(me)).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/users/me", as(other)).status() == 401);
        logIn(email, PASSWORD);
        assertThat(delete("/api/users/me/log-ins", as(me)).status()).isEqualTo(204);
        assertThat(get("/api/users/me/log-ins", as(me)).body().size()).isEqualTo(1);
    }

    @Test
    void aDeletedAccountIsNobodys() {
        String email = signUpFan();
        Answer me = logIn(email, PASSWORD);
        long id = get("/api/users/me", as(me)).body().path("id").asLong();
        assertThat(delete("/api/users/me", as(me)).status()).isEqualTo(204);
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(logIn("DELETED:" + id, "").status()).isIn(400, 401);
        assertThat(logIn("DELETED:" + id, PASSWORD).status()).isEqualTo(401);
        assertThat(refresh(me.text("refreshToken")).status()).isEqualTo(401);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/users/me", as(me)).status() == 401);
        assertThat(jdbc.sql("SELECT CONCAT(email, name, password_hash) FROM account WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM account_mail WHERE account_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        post("/api/users/password-reset", Map.of("email", email));
        Answer again = post("/api/users", Map.of("email", email, "password", PASSWORD, "name", "Minji"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("id").asLong()).isNotEqualTo(id);
    }

    @Test
    void anOperatorsAccountIsNotDeleted() {
        Answer operator = logIn("operator@podo.dev", "podo-demo");
        assertThat(delete("/api/users/me", as(operator)).problem()).isEqualTo("urn:problem:role-account");
    }

    @Test
    void anOrganiserStaysWhileAnEventNeedsSomebodyAndMayGoAfterwards() {
        String email = signUpFan();
        long id = idOf(email);
        makeOrganiser(id);
        Answer organiser = logIn(email, PASSWORD);
        when(events.liveEvents(id)).thenReturn(List.of(42L)).thenReturn(List.of());
        assertThat(delete("/api/users/me", as(organiser)).problem()).isEqualTo("urn:problem:live-events");
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
        assertThat(delete("/api/users/me", as(organiser)).status()).isEqualTo(204);
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void anOrganiserIsNotDeletedWhileTheEventServiceIsAway() {
        String email = signUpFan();
        makeOrganiser(idOf(email));
        Answer organiser = logIn(email, PASSWORD);
        when(events.liveEvents(anyLong())).thenThrow(new ResourceAccessException("away"));
        assertThat(delete("/api/users/me", as(organiser)).status()).isEqualTo(503);
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void doorStaffAreDeletedLikeEverybody() {
        String email = signUpFan();
        jdbc.sql("UPDATE account SET door_staff = TRUE WHERE id = ?")
                .param(idOf(email))
                .update();
        Answer door = logIn(email, PASSWORD);
        assertThat(delete("/api/users/me", as(door)).status()).isEqualTo(204);
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(401);
    }

    /** As an account of the settings is made one at a start. */
    private void makeOrganiser(long id) {
        jdbc.sql("UPDATE account SET organiser = TRUE WHERE id = ?").param(id).update();
        jdbc.sql("INSERT INTO team (id, name, founded_at) VALUES (?, 'Stage', NOW(3))")
                .param(id)
                .update();
        jdbc.sql("INSERT INTO team_member (team_id, account_id, role, since) VALUES (?, ?, 'OWNER', NOW(3))")
                .params(id, id)
                .update();
    }

    private long idOf(String email) {
        return jdbc.sql("SELECT id FROM account WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    @Test
    void anExportIsWholeOrNotAtAll() {
        Answer me = logIn(signUpFan(), PASSWORD);
        assertThat(get("/api/users/me/export", as(me)).status()).isEqualTo(503);
    }

    private Answer confirm(String token) {
        return post("/api/users/email-confirmation", Map.of("token", token));
    }
}
