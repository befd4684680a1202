-- Admits fans once per interval: the first instance that calls ticks, the others get TAKEN.
-- ARGV as TickCommand: interval (ms), rate (fans per second), cap, sellable seats (-1: unknown), fans inside that these seats allow,
--   silence in line (ms), lever OPEN, PAUSED, DRAINING, CLOSED or UNKNOWN (sellable seats unknown), throttle 0..1,
--   1 when closed by hand or over, lobbyOpensAt, onSaleAt (ms; the database may move both until the draw), silence in lobby (ms)
-- Returns as TickResult: {NO_ROOM} | {LOBBY, fans in the lobby, ms until the draw} | {DRAW, fans on the closed list} | progress:
--   {TICKED or TAKEN, admitted, waiting, slots taken, highest number served, binding, average fans per second, closed 0|1,
--    highest number given, slot limit, life table, share of the waiting that leaves per second, share of silent fans at the head,
--    width of an age in the life table (ms), life quiet|stirred|busy, 1 for the first tick in five seconds else 0}
local interval, rate, cap, sellable, allowed = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local silence, lever, throttle, closedByHand = tonumber(ARGV[6]), ARGV[7], tonumber(ARGV[8]), ARGV[9] == '1'
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end

local sampleDue = 0 -- of all instances one call in five seconds is told to record the room (SampleStep.FINE)
local function progress(outcome, admitted)
  local f = redis.call('HMGET', meta, 'serving', 'binding', 'smooth', 'closed', 'next', 'room', 'stays', 'leavers', 'skipped', 'ageWidth', 'life')
  return {outcome, admitted, redis.call('ZCARD', line), taken(), tonumber(f[1] or '0'), f[2] or '', f[3] or '0',
    tonumber(f[4] or '0'), tonumber(f[5] or '0'), tonumber(f[6] or '0'), f[7] or '', f[8] or '0', f[9] or '0', tonumber(f[10] or '18750'), f[11] or '', sampleDue}
end

local last = num('tickedAt')
if now + interval < last then
  last = now - interval -- after a failover the clock of another machine may lag behind tickedAt
end
-- an instance that does not know the seats yet, as one that just started, leaves three ticks to those that do
if now - last < interval * (lever == 'UNKNOWN' and 3 or 0.9) then
  return progress('TAKEN', 0)
end
if get('drawn') ~= '1' then
  redis.call('HSET', meta, 'lobbyOpensAt', ARGV[10], 'onSaleAt', ARGV[11], 'silenceInLobby', ARGV[12] or ARGV[6],
    'closed', closedByHand and 1 or 0, 'draining', lever == 'DRAINING' and 1 or 0)
  if closedByHand then
    -- a closed lobby is not drawn; it stays as it is until it is opened again
    return {'LOBBY', redis.call('HLEN', fans), math.max(interval, lobbyEnds() - now)}
  end
  if now < lobbyEnds() then
    return {'LOBBY', redis.call('HLEN', fans), lobbyEnds() - now}
  end
  if get('closing') ~= '1' and redis.call('HLEN', fans) > 0 then
    -- the list of the draw is copied once: fans join and leave while it is drawn
    redis.call('COPY', fans, lobby, 'REPLACE')
    for _, fan in ipairs(redis.call('LRANGE', late, 0, -1)) do
      redis.call('HDEL', lobby, fan)
    end
    setExpiry()
    redis.call('HSET', meta, 'closing', 1, 'lobby', redis.call('HLEN', lobby))
  end
  if get('closing') == '1' then
    return {'DRAW', num('lobby')}
  end
  redis.call('HSET', meta, 'drawn', 1)
end
redis.call('HSET', meta, 'tickedAt', now)
sampleDue = math.floor(now / 5000) ~= math.floor(last / 5000) and 1 or 0
local life = get('life') or 'stirred'
if math.floor(now / 60000) ~= math.floor(last / 60000) then
  for _, key in ipairs(KEYS) do
    redis.call('EXPIRE', key, 604800)
  end
end

if life ~= 'quiet' then
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', offers, '-inf', now, 'LIMIT', 0, 2000)) do
    expireOffer(fan)
  end
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', inside, '-inf', now, 'LIMIT', 0, 2000)) do
    removeFan(fan)
  end
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', alive, '-inf', now, 'LIMIT', 0, 2000)) do
    releaseSilentSlot(fan)
  end
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', aside, '-inf', now, 'LIMIT', 0, 2000)) do
    applyExpiries(fan)
  end
end

-- a line that was sold out stays closed while the number of sellable seats is unknown
local soldOut = sellable == 0 or sellable < 0 and get('closed') == '1'
local closed = soldOut or closedByHand

-- after a loss of data nobody is admitted until fans with lower numbers had time to come back with their receipts
local inGrace = lever == 'OPEN' and now < num('restUntil')

-- How many fans may be admitted, and which bound decides. Fractional admissions carry over to the next tick; an idle room
-- does not accumulate them.
local elapsed = math.min(2, last == 0 and 1 or (now - last) / 1000)
if life ~= 'busy' then
  elapsed = math.min(elapsed, 1)
end
local due = rate * throttle * elapsed + num('owed')
local budget = math.floor(due + 0.001)
local room = cap
local binding = throttle < 1 and 'HEALTH' or 'RATE'
if sellable >= 0 and allowed < room then
  room = allowed
end
local free = room - taken()
local count = budget
if free < count then
  count = free
  binding = room < cap and 'SEATS' or 'CAP'
end
if closed or inGrace or lever ~= 'OPEN' then
  count = 0
  binding = closed and 'CLOSED' or inGrace and 'REBUILDING' or lever
end
count = math.max(0, count)

-- the head of the line; silent fans move to `parked` and are not counted
local admitted, examined = 0, 0
while admitted < count and examined < 20000 do
  local head = redis.call('ZRANGE', line, 0, math.min(499, count - admitted - 1), 'WITHSCORES')
  if #head == 0 then
    break
  end
  for i = 1, #head, 2 do
    examined = examined + 1
    local fan, number = head[i], tonumber(head[i + 1])
    redis.call('ZREM', line, fan)
    if now - tonumber(redis.call('ZSCORE', seen, fan) or '0') > silence then
      redis.call('ZADD', parked, number, fan)
    else
      offer(fan, number)
      admitted = admitted + 1
    end
  end
end
local waiting = redis.call('ZCARD', line)
if waiting == 0 and count > 0 then
  binding = 'NOBODY'
end
local within = taken()
redis.call('HSET', meta, 'budget', math.max(0, budget - admitted), 'room', room,
  'open', (lever == 'OPEN' and not inGrace and not closed) and 1 or 0, 'draining', lever == 'DRAINING' and 1 or 0,
  'owed', tostring(math.max(0, due - budget)), 'closed', closed and 1 or 0, 'binding', binding,
  'life', waiting + within == 0 and 'quiet' or 'busy')
if life == 'quiet' then
  redis.call('HSET', meta, 'smooth', 0)
  return progress('TICKED', admitted) -- the room is idle: the statistics below stay as they are
end

local rateAverage = tonumber(get('smooth') or '0')
rateAverage = rateAverage == 0 and admitted or rateAverage * 0.8 + 0.2 * admitted / elapsed

-- Statistics for the wait estimate; sums decay by a factor of 0.999 per second.
local seconds = last == 0 and 0 or life == 'stirred' and elapsed or math.min(60, (now - last) / 1000)
local decay = 0.999 ^ seconds
local function decayed(field, added)
  local sum = tonumber(get(field) or '0') * decay + added
  redis.call('HSET', meta, field, tostring(sum))
  return sum
end
-- fans who give up waiting
local givenUp = decayed('quits', num('gaveUp'))
local leaveRate = givenUp / (decayed('waited', waiting * seconds) + 60)
redis.call('HDEL', meta, 'gaveUp')
-- fans found silent at the head of the line
local examinedSum, skippedSum = decayed('looks', examined), decayed('skips', examined - admitted)
local skipped = examinedSum > 0 and skippedSum / examinedSum or 0
-- life table of slots, per age: slots of that age now, slots that came free at it, seconds that slots spent in it
local width, middle, rest = ageWidth(), now - seconds * 500, redis.call('ZCARD', since)
local previous = string.gmatch(get('stays') or '', '[^ ;]+ ([^ ]+) ([^;]+);')
local lifeTable, ages = {}, {}
for age = 0, 48 do
  ages[age + 1] = 'gone:' .. age
end
local freedCounts = redis.call('HMGET', meta, unpack(ages))
for age = 0, 48 do
  local freed, spent = previous()
  local gone, here = tonumber(freedCounts[age + 1] or '0'), 0
  if gone > 0 then
    redis.call('HDEL', meta, 'gone:' .. age)
  end
  if rest > 0 then
    here = redis.call('ZCOUNT', since, age == 48 and '-inf' or '(' .. middle - (age + 1) * width, age == 0 and '+inf' or middle - age * width)
    rest = rest - here
  end
  lifeTable[age + 1] = string.format('%d %.4g %.6g;', here, (freed or 0) * decay + gone, (spent or 0) * decay + (here + gone / 2) * seconds)
end
redis.call('HSET', meta, 'smooth', tostring(rateAverage), 'stays', table.concat(lifeTable), 'leavers', tostring(leaveRate), 'skipped', tostring(skipped))
return progress('TICKED', admitted)
