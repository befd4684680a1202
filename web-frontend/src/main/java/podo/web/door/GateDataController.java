package podo.web.door;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.web.form.FormOn;

/** Data for the script of a gate: the service's own answers, with the session's token. */
@RestController
@RequestMapping("/door")
class GateDataController {

    private final CheckInClient checkIns;

    GateDataController(CheckInClient checkIns) {
        this.checkIns = checkIns;
    }

    @GetMapping("/keys")
    ResponseEntity<byte[]> keys() {
        return json(checkIns.rawKeys());
    }

    @GetMapping("/{eventId}/list")
    ResponseEntity<byte[]> list(@PathVariable long eventId) {
        return json(checkIns.rawList(eventId));
    }

    @GetMapping("/{eventId}/summary")
    ResponseEntity<byte[]> summary(@PathVariable long eventId) {
        return json(checkIns.rawSummary(eventId));
    }

    @FormOn("/door/{eventId}")
    @PostMapping(path = "/{eventId}/scans", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> check(@PathVariable long eventId, @RequestBody byte[] scan) {
        return json(checkIns.rawCheck(scan));
    }

    @FormOn("/door/{eventId}")
    @PostMapping(path = "/{eventId}/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> report(@PathVariable long eventId, @RequestBody byte[] scans) {
        return json(checkIns.rawBatch(scans));
    }

    @FormOn("/door/{eventId}")
    @PostMapping("/{eventId}/undo/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable long eventId, @PathVariable String id) {
        checkIns.undo(id);
    }

    private static ResponseEntity<byte[]> json(ResponseEntity<byte[]> answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(answer.getBody());
    }
}
