package podo.tosssimulator.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Status and body of an answer, so that a repeat gets the same bytes. */
record RecordedResponse(int status, String body) {

    ResponseEntity<String> toResponse() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
