"""A whole purchase as a fan's app would do it, for Locust: ./podo bench locust [fans=20] [purchases=5] [spawn=5]

Line, seats, hold, booking, payment window (the simulator), confirm, ticket. Each fan signs up, buys PODO_PURCHASES times and leaves;
the run ends by itself when all have left, at the latest after --run-time. It aims at 127.0.0.1 only.
"""
import datetime
import os
import random
import uuid

import gevent
from locust import HttpUser, constant, events, task
from locust.exception import StopUser

BANK = "http://127.0.0.1:" + os.environ.get("PODO_SIMULATOR_PORT", "8090")
PURCHASES = int(os.environ.get("PODO_PURCHASES", "5"))
FANS = int(os.environ.get("PODO_FANS", "20"))
SEATS_PER_ROW = 50
POLLS = 150
PAUSE = 0.2  # seconds between two looks at a place or a booking

show = {}
left = []  # fans who have bought all that they wanted


@events.test_start.add_listener
def publish_a_show(environment, **_):
    """An event of its own for each run, with a seat for every purchase and some more, so that losing a race stays rare."""
    import requests

    host = environment.host
    rows = max(4, 4 * FANS * PURCHASES // SEATS_PER_ROW)

    def call(method, path, body=None):
        answer = requests.request(method, host + path, json=body, headers=call.headers, timeout=30)
        answer.raise_for_status()
        return answer.json()

    call.headers = {}
    token = call("POST", "/api/tokens", {"email": "organiser@podo.dev", "password": os.environ.get("PODO_DEMO_PASSWORD", "podo-demo")})["accessToken"]
    call.headers = {"Authorization": "Bearer " + token}
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    instant = lambda time: time.isoformat().replace("+00:00", "Z")
    name = "Locust " + uuid.uuid4().hex[:8]
    venue = call("POST", "/api/venues", {
        "name": name, "sections": [{"name": "A", "rows": rows, "seatsPerRow": SEATS_PER_ROW}]})["id"]
    event = call("POST", "/api/events", {
        "title": name, "venueId": venue,
        "startsAt": instant(now + datetime.timedelta(days=30)), "onSaleAt": instant(now - datetime.timedelta(minutes=1)),
        "seatsPerFan": 10, "admissionPerSecond": 500, "admissionCap": 2000,
        "grades": [{"name": "R", "price": 77000, "zones": [{"section": "A"}]}]})["id"]
    call("POST", f"/api/events/{event}/publish")
    for _ in range(POLLS):
        seats = requests.get(f"{host}/api/events/{event}/seats", headers=call.headers, timeout=30)
        if seats.ok and seats.json()["seats"]:
            show["event"] = event
            return
        gevent.sleep(PAUSE)
    environment.runner.quit()


class Fan(HttpUser):
    wait_time = constant(0)

    def on_start(self):
        self.bought = 0
        account = {"email": f"locust-{uuid.uuid4()}@e2e.podo.dev", "password": "grapes-of-locust", "name": "Minji"}
        self.client.post("/api/users", json=account, name="sign up")
        token = self.client.post("/api/tokens", json=account, name="log in").json()["accessToken"]
        self.client.headers["Authorization"] = "Bearer " + token

    @task
    def purchase(self):
        if self.bought == PURCHASES:
            self.leave()
        entry_pass = self.wait_in_line()
        booking = self.hold_and_book(entry_pass)
        if booking:
            self.pay(booking)
            self.bought += 1

    def leave(self):
        left.append(self)
        if len(left) == FANS:
            gevent.spawn_later(0.5, self.environment.runner.quit)
        raise StopUser()

    def wait_in_line(self):
        base = f"/api/events/{show['event']}/queue"
        place = self.client.post(base, name="join the line").json()
        for _ in range(POLLS):
            if place.get("state") in ("OFFERED", "ENTERED"):
                with self.client.post(base + "/enter", name="enter", catch_response=True) as entered:
                    if entered.status_code == 200:
                        return entered.json()["pass"]
                    if entered.status_code == 404:  # the place of the last purchase ended a moment after this join
                        entered.success()
                        place = self.client.post(base, name="join the line").json()
                        continue
            gevent.sleep(PAUSE)
            place = self.client.get(base + "/me", name="look at one's place").json()
        self.leave()

    def hold_and_book(self, entry_pass):
        event = show["event"]
        seats = self.client.get(f"/api/events/{event}/seats", name="see the seats").json()["seats"]
        free = [seat["id"] for seat in seats if seat["status"] == "AVAILABLE"]
        if not free:
            self.leave()
        headers = {"X-Entry-Pass": entry_pass, "Idempotency-Key": str(uuid.uuid4())}
        with self.client.post(f"/api/events/{event}/holds", json={"seatIds": [random.choice(free)]}, headers=headers,
                              name="hold a seat", catch_response=True) as hold:
            if hold.status_code in (403, 409):  # the last purchase ended this pass; somebody was faster: clean answers
                hold.success()
                return None
            if hold.status_code != 201:
                return None
        return self.client.post("/api/reservations", json={"holdId": hold.json()["holdId"]}, name="book").json()

    def pay(self, booking):
        order, amount = booking["orderId"], booking["amount"]
        self.client.post("/api/payments", json={"orderId": order}, name="open the payment")
        key = self.client.post(BANK + "/simulator/payments", name="agree in the window",
                               json={"orderId": order, "amount": amount, "outcome": "approve"}).json()["paymentKey"]
        self.client.post("/api/payments/confirm", name="confirm", headers={"Idempotency-Key": key},
                         json={"paymentKey": key, "orderId": order, "amount": amount})
        for _ in range(POLLS):
            with self.client.get(f"/api/reservations/{booking['id']}", name="look at the booking", catch_response=True) as seen:
                status = seen.json()["status"] if seen.ok else ""
                if status == "CONFIRMED":
                    return
                if status not in ("PENDING", "CHECKING"):
                    seen.failure(f"the booking is {status}")
                    return
            gevent.sleep(PAUSE)
