-- One step of the line, taken by whichever instance comes first; the others are told that it has been taken.
-- ARGV: tick ms, rate per second, cap, seats that can still be sold (-1: not known), fans inside that they allow, silence in line ms,
--       the lever OPEN, PAUSED or DRAINING, or UNKNOWN while nothing is known of the seats, health brake 0..1,
--       1 when closed by hand or over, lobbyOpensAt, onSaleAt (ms): until the draw the database may still move them,
--       silence in the lobby ms
local interval, rate, cap, sellable, allowed = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local silence, lever, brake, shut = tonumber(ARGV[6]), ARGV[7], tonumber(ARGV[8]), ARGV[9] == '1'
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end

-- how the line moves, for every instance alike; "quiet" when nobody stands in the room
local function report(word, admitted)
  local f = redis.call('HMGET', meta, 'serving', 'binding', 'smooth', 'closed', 'next', 'room', 'stays', 'leavers', 'skipped', 'ageWidth', 'life')
  return {word, admitted, redis.call('ZCARD', line), taken(), tonumber(f[1] or '0'), f[2] or '', f[3] or '0',
    tonumber(f[4] or '0'), tonumber(f[5] or '0'), tonumber(f[6] or '0'), f[7] or '', f[8] or '0', f[9] or '0', tonumber(f[10] or '18750'), f[11] or ''}
end

local last = num('tickedAt')
if now + interval < last then
  last = now - interval -- after a failover the clock may be another machine's: no line waits until it has caught up
end
if now - last < interval * 0.9 then
  return report('TAKEN', 0)
end
if get('drawn') ~= '1' then
  redis.call('HSET', meta, 'lobbyOpensAt', ARGV[10], 'onSaleAt', ARGV[11], 'silenceInLobby', ARGV[12] or ARGV[6],
    'closed', shut and 1 or 0, 'draining', lever == 'DRAINING' and 1 or 0)
  if shut then
    -- nobody is drawn for a sale that does not take place; the lobby stands as it is until the line is opened again
    return {'LOBBY', redis.call('HLEN', fans), math.max(interval, lobbyEnds() - now)}
  end
  if now < lobbyEnds() then
    return {'LOBBY', redis.call('HLEN', fans), lobbyEnds() - now}
  end
  if get('closing') ~= '1' and redis.call('HLEN', fans) > 0 then
    -- the list closes here, once for all who draw it: fans go on coming and leaving meanwhile
    redis.call('COPY', fans, lobby, 'REPLACE')
    for _, fan in ipairs(redis.call('LRANGE', late, 0, -1)) do
      redis.call('HDEL', lobby, fan)
    end
    keep()
    redis.call('HSET', meta, 'closing', 1, 'lobby', redis.call('HLEN', lobby))
  end
  if get('closing') == '1' then
    return {'DRAW', num('lobby')}
  end
  redis.call('HSET', meta, 'drawn', 1)
end
redis.call('HSET', meta, 'tickedAt', now)
local life = get('life') or 'stirred'
if math.floor(now / 60000) ~= math.floor(last / 60000) then
  for _, key in ipairs(KEYS) do
    redis.call('EXPIRE', key, 604800)
  end
end

if life ~= 'quiet' then
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', offers, '-inf', now, 'LIMIT', 0, 2000)) do
    miss(fan)
  end
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', inside, '-inf', now, 'LIMIT', 0, 2000)) do
    expel(fan)
  end
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', alive, '-inf', now, 'LIMIT', 0, 2000)) do
    loseSlot(fan)
  end
  for _, fan in ipairs(redis.call('ZRANGEBYSCORE', aside, '-inf', now, 'LIMIT', 0, 2000)) do
    settle(fan)
  end
end

-- while nobody knows what is left, a line that was sold out stays so
local soldOut = sellable == 0 or sellable < 0 and get('closed') == '1'
local closed = soldOut or shut

-- after a loss nobody is let in before those who stand further ahead have had the time to come back with their receipts
local resting = lever == 'OPEN' and now < num('restUntil')

-- how many may come in, and which of the bounds says so; parts of a fan are owed to the next tick, and a room that nobody
-- stood in saves nothing up
local elapsed = math.min(2, last == 0 and 1 or (now - last) / 1000)
if life ~= 'busy' then
  elapsed = math.min(elapsed, 1)
end
local owed = rate * brake * elapsed + num('owed')
local budget = math.floor(owed + 0.001)
local room = cap
local binding = brake < 1 and 'HEALTH' or 'RATE'
if sellable >= 0 and allowed < room then
  room = allowed
end
local free = room - taken()
local count = budget
if free < count then
  count = free
  binding = room < cap and 'SEATS' or 'CAP'
end
if closed or resting or lever ~= 'OPEN' then
  count = 0
  binding = closed and 'CLOSED' or resting and 'REBUILDING' or lever
end
count = math.max(0, count)

-- the head of the line, silent fans aside: they are skipped, never waited for
local admitted, looked = 0, 0
while admitted < count and looked < 20000 do
  local head = redis.call('ZRANGE', line, 0, math.min(499, count - admitted - 1), 'WITHSCORES')
  if #head == 0 then
    break
  end
  for i = 1, #head, 2 do
    looked = looked + 1
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
redis.call('HSET', meta, 'budget', math.max(0, budget - admitted), 'room', room, 'open', (lever == 'OPEN' and not resting and not closed) and 1 or 0,
  'draining', lever == 'DRAINING' and 1 or 0, 'owed', tostring(math.max(0, owed - budget)), 'closed', closed and 1 or 0, 'binding', binding, 'life', waiting + within == 0 and 'quiet' or 'busy')
if life == 'quiet' then
  redis.call('HSET', meta, 'smooth', 0)
  return report('TICKED', admitted) -- nobody has come since the last tick: there is nothing to learn
end

local smooth = tonumber(get('smooth') or '0')
smooth = smooth == 0 and admitted or smooth * 0.8 + 0.2 * admitted / elapsed

-- What this line has shown so far, for telling the wait; what is older counts less.
local lived = last == 0 and 0 or life == 'stirred' and elapsed or math.min(60, (now - last) / 1000)
local keep = 0.999 ^ lived
local function older(field, news)
  local sum = tonumber(get(field) or '0') * keep + news
  redis.call('HSET', meta, field, tostring(sum))
  return sum
end
-- who gives up waiting
local quits = older('quits', num('gaveUp'))
local leavers = quits / (older('waited', waiting * lived) + 60)
redis.call('HDEL', meta, 'gaveUp')
-- who is found silent at the head
local looks, skips = older('looks', looked), older('skips', looked - admitted)
local skipped = looks > 0 and skips / looks or 0
-- the life table of slots: per age how many are that old now, how many came free, and the seconds lived through
local width, middle, rest = ageWidth(), now - lived * 500, redis.call('ZCARD', since)
local before = string.gmatch(get('stays') or '', '[^ ;]+ ([^ ]+) ([^;]+);')
local stays, ages = {}, {}
for age = 0, 48 do
  ages[age + 1] = 'gone:' .. age
end
local left = redis.call('HMGET', meta, unpack(ages))
for age = 0, 48 do
  local freed, seconds = before()
  local gone, here = tonumber(left[age + 1] or '0'), 0
  if gone > 0 then
    redis.call('HDEL', meta, 'gone:' .. age)
  end
  if rest > 0 then
    here = redis.call('ZCOUNT', since, age == 48 and '-inf' or '(' .. middle - (age + 1) * width, age == 0 and '+inf' or middle - age * width)
    rest = rest - here
  end
  stays[age + 1] = string.format('%d %.4g %.6g;', here, (freed or 0) * keep + gone, (seconds or 0) * keep + (here + gone / 2) * lived)
end
redis.call('HSET', meta, 'smooth', tostring(smooth), 'stays', table.concat(stays), 'leavers', tostring(leavers), 'skipped', tostring(skipped))
return report('TICKED', admitted)
