-- Every step of the line begins with this: the room's keys, one clock (Redis's own), and the fan's standing.
local meta, fans, line, seen, offers, inside, alive, passes, missed, parked, late, since =
  KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11], KEYS[12]
local lobby = KEYS[13] -- fans as they stood when the list was closed, until the draw is over
local restored = KEYS[14] -- numbers that a receipt has brought back; each does so once
local aside, ended = KEYS[15], KEYS[16] -- passes whose fans lost the slot by silence, and those that are used up
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function get(field)
  return redis.call('HGET', meta, field)
end
local function num(field)
  return tonumber(get(field) or '0')
end

-- Which Redis this is. A number must not be given twice, and a killed Redis may have forgotten the last ones that it gave.
local function process()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
end

-- Asking for the name is slow. While the moment of the last save or, before one, of the start is the known one, so is the process.
local function sameProcess(known)
  local saved = redis.call('LASTSAVE')
  if tonumber(known or '0') ~= saved then
    if process() ~= get('process') then
      return false
    end
    redis.call('HSET', meta, 'saved', saved)
  end
  return true
end

-- Nil while so many numbers may be given; else {NO_NUMBERS, this process, how many}: the database has to set some apart first.
local function numbersLack(count)
  local f = redis.call('HMGET', meta, 'saved', 'next', 'ceiling')
  if not sameProcess(f[1]) or tonumber(f[2] or '0') + count > tonumber(f[3] or '0') then
    return {'NO_NUMBERS', process(), count}
  end
end

-- Numbers above the first up to the last were given and forgotten, or never given: only a receipt can tell.
local function lose(first, last)
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

-- The lobby is open until the sale, and after a loss until those who stood in it have had the time to come back.
local function lobbyEnds()
  return math.max(num('onSaleAt'), num('restUntil'))
end

-- Nothing of a room outlives its sale for long.
local function keep()
  if num('keepUntil') == 0 then
    return
  end
  for _, key in ipairs(KEYS) do
    redis.call('PEXPIREAT', key, string.format('%d', num('keepUntil')))
  end
end

-- A place is "ticketId" in the lobby, "ticketId|number" afterwards, "ticketId|L" for who came while the draw was made.
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

-- How long (ms) a fan who was let in may be silent.
local function silenceInside()
  return tonumber(get('silenceInside') or '60000')
end

-- Slots are taken by those inside and by those who were offered to enter.
local function taken()
  return redis.call('ZCARD', inside) + redis.call('ZCARD', offers)
end

-- The life table of slots has 49 ages; the last has no end. How long one is (ms):
local function ageWidth()
  return tonumber(get('ageWidth') or '18750')
end

-- A slot comes free. At which age others did tells those who wait how long it will take.
local function freeSlot(fan)
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

-- Somebody comes to a room in which nobody stood: all instances hear of it and tick it each second again.
local function stir()
  local life = get('life')
  if not life or life == 'quiet' then
    redis.call('HSET', meta, 'life', 'stirred')
    redis.call('PUBLISH', 'podo:rooms:stirred', string.match(meta, '%d+'))
  end
end

-- Whoever checks passes without asking the room hears which of them has no slot any more, and which has one again.
local function tellOf(pass, word, till)
  redis.call('PUBLISH', 'podo:rooms:slots', word .. ' ' .. pass .. ' ' .. string.format('%.0f', till))
end

-- This pass is used up before its time: nothing brings it back.
local function endPass(pass, till)
  redis.call('ZREMRANGEBYSCORE', ended, '-inf', now)
  redis.call('ZADD', ended, till, pass)
  tellOf(pass, 'gone', till)
end

-- A silent fan loses the slot; the pass lies aside until its end, and the number waits for a sign of life.
local function loseSlot(fan)
  local till, pass, _, number = tonumber(redis.call('ZSCORE', inside, fan)), redis.call('HGET', passes, fan), place(fan)
  freeSlot(fan)
  redis.call('ZREM', inside, fan)
  redis.call('ZREM', alive, fan)
  redis.call('ZADD', aside, till, fan)
  tellOf(pass, 'gone', till)
  if number then
    redis.call('ZADD', parked, number, fan)
  end
end

-- The slot that a pass stands for, after silence or after the room lost its data.
local function takeSlot(fan, pass, till)
  for _, set in ipairs({line, parked, offers, aside}) do
    redis.call('ZREM', set, fan)
  end
  redis.call('HDEL', missed, fan)
  redis.call('ZADD', since, 'NX', now, fan)
  redis.call('ZADD', inside, till, fan)
  redis.call('ZADD', alive, now + silenceInside(), fan)
  redis.call('HSET', passes, fan, pass)
  tellOf(pass, 'back', till)
end

local function expel(fan)
  freeSlot(fan)
  redis.call('ZREM', inside, fan)
  redis.call('ZREM', aside, fan)
  redis.call('ZREM', alive, fan)
  redis.call('HDEL', passes, fan)
  redis.call('HDEL', fans, fan)
  redis.call('HDEL', missed, fan)
  redis.call('ZREM', seen, fan)
end

-- An offer nobody took: the number is kept for the first time, the second time the fan joins anew.
local function miss(fan)
  redis.call('ZREM', offers, fan)
  freeSlot(fan)
  if redis.call('HINCRBY', missed, fan, 1) >= 2 then
    local till = redis.call('ZSCORE', aside, fan)
    if till then
      endPass(redis.call('HGET', passes, fan), tonumber(till))
    end
    expel(fan)
  else
    local _, number = place(fan)
    redis.call('ZADD', parked, number or 0, fan)
  end
end

local function mayOfferAtOnce()
  return get('open') == '1' and redis.call('ZCARD', line) == 0 and num('budget') > 0 and taken() < num('room')
end

-- The fan's standing: {state, ticketId, number, ahead, behind, serving, offerUntil, passId, passUntil}
local function standing(fan)
  local ticket, number = place(fan)
  local serving = num('serving')
  local waiting = redis.call('ZCARD', line)
  local function answer(state, ahead, behind, offerUntil, passId, passUntil)
    return {state, ticket or '', number or 0, ahead or 0, behind or 0, serving, offerUntil or 0, passId or '', passUntil or 0}
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

local function over(set, fan)
  local till = redis.call('ZSCORE', set, fan)
  return till and tonumber(till) <= now
end

-- What has ended without a tick having seen it yet ends now: whoever asks must not be told of a place that the next tick takes.
local function settle(fan)
  if redis.call('HEXISTS', passes, fan) == 1 then
    if over(inside, fan) then
      expel(fan)
    elseif over(aside, fan) then
      redis.call('ZREM', aside, fan)
      redis.call('HDEL', passes, fan)
    end
  end
  if over(offers, fan) then
    miss(fan)
  end
end

-- A free slot, or the one that is kept for this fan's offer. Before the first tick nobody knows but the caller how many there are.
local function slotFor(fan, cap)
  return redis.call('ZSCORE', offers, fan) or taken() < (get('tickedAt') and num('room') or cap or 0)
end

-- A sign of life: it keeps the slot of who was let in; who had been skipped stands where the number says again, and who lost
-- the slot by silence has it back while there is one.
local function sign(fan)
  settle(fan)
  local pass = redis.call('HGET', passes, fan)
  local within = pass and redis.call('ZSCORE', inside, fan)
  if pass and not within and slotFor(fan) then
    stir()
    within = redis.call('ZSCORE', aside, fan)
    takeSlot(fan, pass, tonumber(within))
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
    stir()
    redis.call('ZREM', parked, fan)
    if mayOfferAtOnce() then
      redis.call('HINCRBY', meta, 'budget', -1)
      offer(fan, tonumber(number))
    else
      redis.call('ZADD', line, number, fan)
    end
  end
end
