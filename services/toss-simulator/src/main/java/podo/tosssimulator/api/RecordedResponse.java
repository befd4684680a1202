package podo.tosssimulator.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What went over the wire: status and body, so that a repeat gets the same. */
record RecordedResponse(int status, String body) {

    ResponseEntity<String> toResponse() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
