package podo.user.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.Fan;

/** What is held about the caller, to read and to delete. */
@Tag(name = "Users")
@RestController
@RequestMapping("/api/users/me")
class OwnDataController {

    private final ExportDesk exports;
    private final DeletionDesk deletions;

    OwnDataController(ExportDesk exports, DeletionDesk deletions) {
        this.exports = exports;
        this.deletions = deletions;
    }

    /** 503 while a service that holds something of the caller does not answer. */
    @Operation(
            summary =
                    "Everything that is held about you: account, log-ins, holds, reservations, tickets, payments, mails")
    @GetMapping("/export")
    ResponseEntity<Map<String, Object>> export(Fan caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(exports.export(caller.id()));
    }

    /**
     * 409 {@code role-account} for an operator, {@code last-owner} for the only owner of a team with other members, {@code live-events} for
     * the owner of a team with events that are not over.
     */
    @Operation(summary = "Delete your account; tickets that are paid stay valid at the door")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Fan caller) {
        deletions.delete(caller.id());
    }
}
