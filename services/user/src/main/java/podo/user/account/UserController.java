package podo.user.account;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

@RestController
@RequestMapping("/api/users")
class UserController {

    record Opened(long id, String email, String name) {}

    record Me(long id, String email, String name, List<String> roles) {}

    private final SignUpDesk desk;
    private final AccountDirectory members;

    UserController(SignUpDesk desk, AccountDirectory members) {
        this.desk = desk;
        this.members = members;
    }

    @PostMapping
    ResponseEntity<Opened> signUp(@Valid @RequestBody SignUp form) {
        Fan fan = desk.open(form, false);
        return ResponseEntity.created(URI.create("/api/users/me")).body(new Opened(fan.id(), fan.email(), fan.name()));
    }

    /** As the account is now, which may be newer than the token. */
    @GetMapping("/me")
    Me me(Fan caller) {
        Fan fan = members.find(caller.id()).orElseThrow(NotFound::new);
        return new Me(
                fan.id(), fan.email(), fan.name(), fan.organiser() ? List.of("FAN", "ORGANISER") : List.of("FAN"));
    }
}
