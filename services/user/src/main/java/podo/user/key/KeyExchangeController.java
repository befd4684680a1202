package podo.user.key;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For the gateway, which routes nobody here. It has no service token; whoever knows a key may exchange it. */
@Hidden
@RestController
class KeyExchangeController {

    record ExchangeRequest(@NotNull @Size(max = 100) String key) {

        /** Leaves out the key. */
        @Override
        public String toString() {
            return "ExchangeRequest[]";
        }
    }

    private final KeyExchangeDesk desk;

    KeyExchangeController(KeyExchangeDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/gate/keys")
    KeyExchangeDesk.KeyToken exchange(@Valid @RequestBody ExchangeRequest request) {
        return desk.exchange(request.key());
    }
}
