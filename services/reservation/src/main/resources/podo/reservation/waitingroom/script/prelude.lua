-- Prepended to every script: the room's keys, Redis's clock, and the functions that several scripts use.
local meta, fans, line, seen, offers, inside, alive, passes, missed, parked, late, since =
  KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11], KEYS[12]
local lobby = KEYS[13] -- fans on the closed list, kept until the draw is over
local restored = KEYS[14] -- numbers that a receipt has restored; each number once
local aside, ended = KEYS[15], KEYS[16] -- passes whose fan lost the slot by silence, and passes that are used up
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function get(field)
  return redis.call('HGET', meta, field)
end
local function num(field)
  return tonumber(get(field) or '0')
end

-- Identifies the Redis process. A killed Redis may have lost the last numbers that it gave, and no number may be given twice.
local function process()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
end

-- INFO takes 250 µs, LASTSAVE half a microsecond: while the time of the last save (or of the start) is unchanged, so is the process.
-- A replica that was started in the same second as its primary has the same time; when it takes over, the last check is a while ago.
local function sameProcess(known, checked)
  local saved = redis.call('LASTSAVE')
  if tonumber(known or '0') ~= saved or math.abs(now - tonumber(checked or '0')) >= 500 then
    if process() ~= get('process') then
      return false
    end
    redis.call('HSET', meta, 'saved', saved, 'checked', now)
  end
  return true
end

-- Nil while `count` numbers may be given; else {NO_NUMBERS, process, count}: the database has to reserve more first.
local function numberShortage(count)
  local f = redis.call('HMGET', meta, 'saved', 'next', 'ceiling', 'checked')
  if not sameProcess(f[1], f[4]) or tonumber(f[2] or '0') + count > tonumber(f[3] or '0') then
    return {'NO_NUMBERS', process(), count}
  end
end

-- Numbers in (first, last] were given and lost, or never given: only a receipt shows which.
local function markLost(first, last)
  if last > first then
    redis.call('HSET', meta, 'lost', (get('lost') or '') .. string.format('%d-%d ', first, last))
  end
end

local function wasLost(number)
  for first, last in string.gmatch(get('lost') or '', '(%d+)-(%d+)') do
    if number > tonumber(first) and number <= tonumber(last) then
      return true
    end
  end
  return false
end

-- The lobby is open until the sale, and after a loss of data until the grace period ends.
local function lobbyEnds()
  return math.max(num('onSaleAt'), num('restUntil'))
end

-- All keys of a room expire at keepUntil.
local function setExpiry()
  if num('keepUntil') == 0 then
    return
  end
  for _, key in ipairs(KEYS) do
    redis.call('PEXPIREAT', key, string.format('%d', num('keepUntil')))
  end
end

-- A place is "ticketId" in the lobby, "ticketId|number" after the draw, "ticketId|L" for fans who join during the draw.
local function place(fan)
  local text = redis.call('HGET', fans, fan)
  if not text then
    return nil
  end
  local bar = string.find(text, '|', 1, true)
  if not bar then
    return text, nil
  end
  return string.sub(text, 1, bar - 1), tonumber(string.sub(text, bar + 1))
end

-- How long (ms) a fan inside may be silent.
local function silenceInside()
  return tonumber(get('silenceInside') or '60000')
end

-- Slots are taken by fans inside and by open offers.
local function taken()
  return redis.call('ZCARD', inside) + redis.call('ZCARD', offers)
end

-- Width of an age in the life table (ms). There are 49 ages; the last one has no end.
local function ageWidth()
  return tonumber(get('ageWidth') or '18750')
end

-- Counts a slot that comes free by its age, for the wait estimate.
local function countFreedSlot(fan)
  local from = redis.call('ZSCORE', since, fan)
  if from then
    redis.call('ZREM', since, fan)
    redis.call('HINCRBY', meta, 'gone:' .. math.min(48, math.floor((now - tonumber(from)) / ageWidth())), 1)
  end
end

local function offer(fan, number)
  redis.call('ZADD', offers, now + num('offerMillis'), fan)
  redis.call('ZADD', since, now, fan)
  if number > num('serving') then
    redis.call('HSET', meta, 'serving', number)
  end
end

-- The first fan in an idle room: a message on the channel makes all instances tick the room every second again.
local function wakeRoom()
  local life = get('life')
  if not life or life == 'quiet' then
    redis.call('HSET', meta, 'life', 'stirred')
    redis.call('PUBLISH', 'podo:rooms:stirred', string.match(meta, '%-?%d+'))
  end
end

-- Tells the inventory which passes lost their slot (gone) and which have one again (back).
local function publishSlot(pass, change, expiresAt)
  redis.call('PUBLISH', 'podo:rooms:slots', change .. ' ' .. pass .. ' ' .. string.format('%.0f', expiresAt))
end

-- Marks a pass as used up before its end.
local function endPass(pass, expiresAt)
  redis.call('ZREMRANGEBYSCORE', ended, '-inf', now)
  redis.call('ZADD', ended, expiresAt, pass)
  publishSlot(pass, 'gone', expiresAt)
end

-- A silent fan loses the slot. The pass stays in `aside` until its end, the number in `parked` until the next heartbeat.
local function releaseSilentSlot(fan)
  local expiresAt, pass, _, number = tonumber(redis.call('ZSCORE', inside, fan)), redis.call('HGET', passes, fan), place(fan)
  countFreedSlot(fan)
  redis.call('ZREM', inside, fan)
  redis.call('ZREM', alive, fan)
  redis.call('ZADD', aside, expiresAt, fan)
  publishSlot(pass, 'gone', expiresAt)
  if number then
    redis.call('ZADD', parked, number, fan)
  end
end

-- Gives a pass its slot back, after silence or after the room lost its data.
local function occupySlot(fan, pass, expiresAt)
  for _, set in ipairs({line, parked, offers, aside}) do
    redis.call('ZREM', set, fan)
  end
  redis.call('HDEL', missed, fan)
  redis.call('ZADD', since, 'NX', now, fan)
  redis.call('ZADD', inside, expiresAt, fan)
  redis.call('ZADD', alive, now + silenceInside(), fan)
  redis.call('HSET', passes, fan, pass)
  publishSlot(pass, 'back', expiresAt)
end

local function removeFan(fan)
  countFreedSlot(fan)
  redis.call('ZREM', inside, fan)
  redis.call('ZREM', aside, fan)
  redis.call('ZREM', alive, fan)
  redis.call('HDEL', passes, fan)
  redis.call('HDEL', fans, fan)
  redis.call('HDEL', missed, fan)
  redis.call('ZREM', seen, fan)
end

-- An offer that was not taken: the fan keeps the number the first time and loses the place the second time.
local function expireOffer(fan)
  redis.call('ZREM', offers, fan)
  countFreedSlot(fan)
  if redis.call('HINCRBY', missed, fan, 1) >= 2 then
    local expiresAt = redis.call('ZSCORE', aside, fan)
    if expiresAt then
      endPass(redis.call('HGET', passes, fan), tonumber(expiresAt))
    end
    removeFan(fan)
  else
    local _, number = place(fan)
    redis.call('ZADD', parked, number or 0, fan)
  end
end

local function canOfferNow()
  return get('open') == '1' and redis.call('ZCARD', line) == 0 and num('budget') > 0 and taken() < num('room')
end

-- As FanStanding: {outcome, ticket id, number (0: none), fans ahead, fans behind, highest number served, end of the offer (ms, 0: none),
-- pass id, end of the pass (ms, 0: none)}; outcome NONE, LOBBY, WAITING, OFFERED, ENTERED or CLOSED
local function standing(fan)
  local ticket, number = place(fan)
  local serving = num('serving')
  local waiting = redis.call('ZCARD', line)
  local function answer(outcome, ahead, behind, offerUntil, passId, passUntil)
    return {outcome, ticket or '', number or 0, ahead or 0, behind or 0, serving, offerUntil or 0, passId or '', passUntil or 0}
  end
  local passUntil = tonumber(redis.call('ZSCORE', inside, fan) or '0')
  if passUntil > now then
    return answer('ENTERED', 0, waiting, 0, redis.call('HGET', passes, fan), passUntil)
  end
  if not ticket then
    return {'NONE', '', 0, 0, 0, serving, 0, '', 0}
  end
  local offerUntil = tonumber(redis.call('ZSCORE', offers, fan) or '0')
  if offerUntil > now then
    return answer('OFFERED', 0, waiting, offerUntil)
  end
  if get('closed') == '1' then
    return answer('CLOSED', 0, 0)
  end
  if not number then
    return answer('LOBBY', 0, 0)
  end
  local rank = redis.call('ZRANK', line, fan)
  return answer('WAITING', rank or 0, waiting - (rank or 0) - 1)
end

local function hasEnded(set, fan)
  local expiresAt = redis.call('ZSCORE', set, fan)
  return expiresAt and tonumber(expiresAt) <= now
end

-- Applies what ended since the last tick, so that no fan is told of a place that the next tick takes away.
local function applyExpiries(fan)
  if redis.call('HEXISTS', passes, fan) == 1 then
    if hasEnded(inside, fan) then
      removeFan(fan)
    elseif hasEnded(aside, fan) then
      redis.call('ZREM', aside, fan)
      redis.call('HDEL', passes, fan)
    end
  end
  if hasEnded(offers, fan) then
    expireOffer(fan)
  end
end

-- A free slot, or the one of this fan's offer. Before the first tick only the caller knows the cap.
local function hasSlotFor(fan, cap)
  return redis.call('ZSCORE', offers, fan) or taken() < (get('tickedAt') and num('room') or cap or 0)
end

-- A fan's heartbeat. It keeps the slot of a fan inside, returns a skipped fan to the line at the old number, and gives a slot
-- that was lost by silence back while one is free.
local function heartbeat(fan)
  applyExpiries(fan)
  local pass = redis.call('HGET', passes, fan)
  local within = pass and redis.call('ZSCORE', inside, fan)
  if pass and not within and hasSlotFor(fan) then
    wakeRoom()
    within = redis.call('ZSCORE', aside, fan)
    occupySlot(fan, pass, tonumber(within))
  end
  if not within and not place(fan) then
    return
  end
  redis.call('ZADD', seen, now, fan)
  if within then
    redis.call('ZADD', alive, 'GT', now + silenceInside(), fan)
  end
  local number = redis.call('ZSCORE', parked, fan)
  if number then
    wakeRoom()
    redis.call('ZREM', parked, fan)
    if canOfferNow() then
      redis.call('HINCRBY', meta, 'budget', -1)
      offer(fan, tonumber(number))
    else
      redis.call('ZADD', line, number, fan)
    end
  end
end
