package podo.event.show;

/** What the public sees of this event has changed; said inside this service, acted upon after the commit. */
record PublicViewChanged(long eventId) {}
