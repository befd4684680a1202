package podo.user.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.user.token.LogIns;

/** The devices and programs that are logged in to the caller's account. */
@Tag(name = "Users")
@RestController
@RequestMapping("/api/users/me/log-ins")
class LogInController {

    /** @param agent what the browser or program calls itself; {@code current}: the caller's own; {@code byPasskey}: instead of by a password */
    record LogInResponse(
            String id,
            Instant beganAt,
            @Nullable Instant lastUsedAt,
            @Nullable String agent,
            boolean current,
            boolean byPasskey) {}

    private final LogIns logIns;

    LogInController(LogIns logIns) {
        this.logIns = logIns;
    }

    @Operation(summary = "List your log-ins, the latest first")
    @GetMapping
    List<LogInResponse> list(Fan caller, @AuthenticationPrincipal @Nullable Jwt token) {
        String own = logInOf(token);
        return logIns.open(caller.id()).stream()
                .map(open -> new LogInResponse(
                        open.id(),
                        open.beganAt(),
                        open.lastUsedAt(),
                        open.agent(),
                        open.id().equals(own),
                        open.byPasskey()))
                .toList();
    }

    @Operation(summary = "End one log-in: its refresh tokens at once, its access tokens everywhere within two seconds")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, Fan caller) {
        if (!logIns.end(caller.id(), id)) {
            throw new NotFound();
        }
    }

    @Operation(summary = "End all other log-ins")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Fan caller, @AuthenticationPrincipal @Nullable Jwt token) {
        logIns.endOthers(caller.id(), logInOf(token));
    }

    private static @Nullable String logInOf(@Nullable Jwt token) {
        return token == null ? null : token.getClaimAsString("sid");
    }
}
