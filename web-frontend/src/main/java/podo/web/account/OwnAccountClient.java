package podo.web.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The fan's own account, and what the links of mails do, at the user service. */
interface OwnAccountClient {

    record OwnAccount(
            long id, String email, String name, List<String> roles, String language, boolean emailConfirmed) {}

    /** @param agent what the browser or program calls itself; {@code byPasskey}: null from an older user service */
    record LogIn(
            String id,
            Instant beganAt,
            @Nullable Instant lastUsedAt,
            @Nullable String agent,
            boolean current,
            @Nullable Boolean byPasskey) {}

    record Change(String name, String language) {}

    record PasswordChange(String current, String password) {

        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    record EmailChange(String email, String password) {

        @Override
        public String toString() {
            return "EmailChange";
        }
    }

    record Address(String email) {}

    record NewPassword(String token, String password) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    record LinkToken(String token) {

        @Override
        public String toString() {
            return "LinkToken";
        }
    }

    @GetExchange("/api/users/me")
    OwnAccount find();

    @PutExchange("/api/users/me")
    OwnAccount change(@RequestBody Change change);

    @PutExchange("/api/users/me/password")
    void changePassword(@RequestBody PasswordChange change);

    @PutExchange("/api/users/me/email")
    void changeEmail(@RequestBody EmailChange change);

    @PostExchange("/api/users/me/email-confirmation")
    void askForConfirmation();

    @GetExchange("/api/users/me/log-ins")
    List<LogIn> logIns();

    @DeleteExchange("/api/users/me/log-ins/{id}")
    void end(@PathVariable String id);

    @DeleteExchange("/api/users/me/log-ins")
    void endOthers();

    /** The JSON as the service sends it. */
    @GetExchange("/api/users/me/export")
    byte[] export();

    @DeleteExchange("/api/users/me")
    void delete();

    @PostExchange("/api/users/password-reset")
    void askForReset(@RequestBody Address address);

    @PostExchange("/api/users/password")
    void reset(@RequestBody NewPassword password);

    @PostExchange("/api/users/email-confirmation")
    void confirmAddress(@RequestBody LinkToken token);
}
