package podo.reservation.presale;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;

/** What a presale opens, for the inventory, which checks it at each hold. */
@RestController
class InternalPresaleController {

    private final Presales presales;

    InternalPresaleController(Presales presales) {
        this.presales = presales;
    }

    @GetMapping("/internal/presales/{id}")
    Presale presale(@PathVariable long id) {
        return presales.find(id).orElseThrow(NotFound::new);
    }
}
